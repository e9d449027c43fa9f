package dev.orrery.indexer.parse;

import java.util.List;

/**
 * The call sites of a file in the order of the called names.
 *
 * @param rows one row a call site
 */
public record Calls(IntRows rows) {
    static final List<Domain> DOMAINS = List.of(
            Domain.CALL_KIND,
            Domain.STRING,
            Domain.OPTIONAL_EXPRESSION,
            Domain.OPTIONAL_TYPE,
            Domain.EXPRESSION_LIST,
            Domain.DECLARATION,
            Domain.OPTIONAL_DECLARATION,
            Domain.LINE,
            Domain.COLUMN,
            Domain.TYPE_LIST);

    public int count() {
        return rows.rows();
    }

    public CallKind kind(int row) {
        return CallKind.of(rows.cell(row, 0));
    }

    /** String of the called name; for a constructor the simple name of its type. */
    public int name(int row) {
        return rows.cell(row, 1);
    }

    /** What it is called on, or -1; the outer object of {@code outer.new Inner()}. */
    public int receiver(int row) {
        return rows.cell(row, 2);
    }

    /** The created type of a constructor call, or -1. */
    public int type(int row) {
        return rows.cell(row, 3);
    }

    /** List of the argument expressions; -1 where there are none. */
    public int arguments(int row) {
        return rows.cell(row, 4);
    }

    /** The declaration whose code calls. */
    public int owner(int row) {
        return rows.cell(row, 5);
    }

    /** The anonymous class that a constructor call declares, or -1. */
    public int body(int row) {
        return rows.cell(row, 6);
    }

    /** Line of the called name. */
    public int line(int row) {
        return rows.cell(row, 7);
    }

    /** Column of the called name, in UTF-16 units. */
    public int column(int row) {
        return rows.cell(row, 8);
    }

    /** List of the type arguments that the call gives explicitly; -1 where there are none. */
    public int typeArguments(int row) {
        return rows.cell(row, 9);
    }
}
