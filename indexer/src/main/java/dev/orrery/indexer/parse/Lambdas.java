package dev.orrery.indexer.parse;

import java.util.List;

/**
 * The lambdas of a file.
 *
 * @param rows one row a lambda
 */
public record Lambdas(IntRows rows) {
    static final List<Domain> DOMAINS =
            List.of(Domain.OPTIONAL_EXPRESSION, Domain.START, Domain.COUNT, Domain.EXPRESSION_LIST, Domain.NUMBER);

    public int count() {
        return rows.rows();
    }

    /** The lambda's own expression. */
    public int expression(int row) {
        return rows.cell(row, 0);
    }

    /** The first parameter's row in {@link Variables}. */
    public int firstParameter(int row) {
        return rows.cell(row, 1);
    }

    public int parameterCount(int row) {
        return rows.cell(row, 2);
    }

    /** List of the expressions that it may return; -1 where there are none. */
    public int results(int row) {
        return rows.cell(row, 3);
    }

    /** Bits of the constants of this type. */
    public int flags(int row) {
        return rows.cell(row, 4);
    }

    /** The body is a block. */
    public static final int BLOCK = 1;

    /** The body, an expression, may also stand as a statement, so that the lambda may return nothing. */
    public static final int STATEMENT = 1 << 1;
}
