package dev.orrery.indexer.parse;

import java.util.List;

/**
 * The expressions that matter to who is called: receivers, arguments, initialisers, and what they consist of.
 *
 * @param rows one row an expression
 */
public record Expressions(IntRows rows) {
    static final List<Domain> DOMAINS =
            List.of(Domain.EXPRESSION_KIND, Domain.NUMBER, Domain.NUMBER, Domain.NUMBER, Domain.OPTIONAL_DECLARATION);

    public int count() {
        return rows.rows();
    }

    public ExpressionKind kind(int row) {
        return ExpressionKind.of(rows.cell(row, 0));
    }

    /** First operand, see {@link ExpressionKind}. */
    public int a(int row) {
        return rows.cell(row, 1);
    }

    /** Second operand. */
    public int b(int row) {
        return rows.cell(row, 2);
    }

    /** Third operand. */
    public int c(int row) {
        return rows.cell(row, 3);
    }

    /** What surrounds a call, lambda or method reference. */
    public Context context(int row) {
        return Context.unpack(b(row), c(row));
    }

    /** The innermost declaration around the expression, whose names it is written in; or -1. */
    public int scope(int row) {
        return rows.cell(row, 4);
    }
}
