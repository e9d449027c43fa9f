package dev.orrery.indexer.parse;

import java.util.List;

/**
 * The variables of a file's bodies: parameters, locals, lambda parameters, pattern variables.
 *
 * @param rows one row a variable
 */
public record Variables(IntRows rows) {
    static final int SOURCE = 3;
    static final List<Domain> DOMAINS = List.of(
            Domain.STRING,
            Domain.OPTIONAL_TYPE,
            Domain.ORIGIN,
            Domain.OPTIONAL_EXPRESSION,
            Domain.COUNT,
            Domain.OPTIONAL_DECLARATION);

    public int count() {
        return rows.rows();
    }

    public int name(int row) {
        return rows.cell(row, 0);
    }

    /** The declared type; -1 where it follows from the source. */
    public int type(int row) {
        return rows.cell(row, 1);
    }

    public VariableOrigin origin(int row) {
        return VariableOrigin.of(rows.cell(row, 2));
    }

    /** The expression that the origin names; -1 where there is none or nobody needs it for a type. */
    public int source(int row) {
        return rows.cell(row, SOURCE);
    }

    public int index(int row) {
        return rows.cell(row, 4);
    }

    /** The innermost declaration around the variable, whose names its type is written in; or -1. */
    public int scope(int row) {
        return rows.cell(row, 5);
    }
}
