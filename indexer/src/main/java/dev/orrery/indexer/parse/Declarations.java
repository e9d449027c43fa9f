package dev.orrery.indexer.parse;

import dev.orrery.api.SymbolKind;
import java.util.List;

/**
 * The symbols that a file declares, parents before children, in source order.
 *
 * @param rows one row a declaration
 */
public record Declarations(IntRows rows) {
    private static final SymbolKind[] KINDS = SymbolKind.values();

    static final List<Domain> DOMAINS = List.of(
            Domain.SYMBOL_KIND,
            Domain.STRING,
            Domain.PARENT,
            Domain.LABEL,
            Domain.LINE,
            Domain.NUMBER,
            Domain.LINE,
            Domain.LINE,
            Domain.OPTIONAL_TYPE,
            Domain.START,
            Domain.COUNT,
            Domain.START,
            Domain.NUMBER,
            Domain.OPTIONAL_TYPE,
            Domain.TYPE_LIST,
            Domain.EXPRESSION_LIST);

    public int count() {
        return rows.rows();
    }

    public SymbolKind kind(int row) {
        return KINDS[rows.cell(row, 0)];
    }

    public int name(int row) {
        return rows.cell(row, 1);
    }

    /** The enclosing declaration, or -1. */
    public int parent(int row) {
        return rows.cell(row, 2);
    }

    /** Bits of {@link dev.orrery.api.Modifiers}. */
    public int modifiers(int row) {
        return rows.cell(row, 3);
    }

    /** Line of the name. */
    public int line(int row) {
        return rows.cell(row, 4);
    }

    /** Column of the name, in UTF-16 units. */
    public int column(int row) {
        return rows.cell(row, 5);
    }

    public int startLine(int row) {
        return rows.cell(row, 6);
    }

    public int endLine(int row) {
        return rows.cell(row, 7);
    }

    /** The declared type of a field, the result type of a method, the target of an alias; or -1. */
    public int type(int row) {
        return rows.cell(row, 8);
    }

    public int firstTypeParameter(int row) {
        return rows.cell(row, 9);
    }

    public int typeParameterCount(int row) {
        return rows.cell(row, 10);
    }

    /** The first parameter's row in {@link Variables}. */
    public int firstParameter(int row) {
        return rows.cell(row, 11);
    }

    /** -1 where the kind has no parameters. */
    public int parameterCount(int row) {
        return rows.cell(row, 12);
    }

    /** The extended class, or -1. Also the receiver's type of a function that stands outside its type. */
    public int superclass(int row) {
        return rows.cell(row, 13);
    }

    /** List of the other supertypes. */
    public int interfaces(int row) {
        return rows.cell(row, 14);
    }

    /** List of the expressions that a field is given or a function returns, where that tells its type; -1 for none. */
    public int values(int row) {
        return rows.cell(row, 15);
    }
}
