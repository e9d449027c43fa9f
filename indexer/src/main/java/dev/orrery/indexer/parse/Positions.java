package dev.orrery.indexer.parse;

import java.util.Arrays;

/** Where expressions and types stand, in bytes of the text. Filled by one thread, then only read. */
public final class Positions {
    private int[] expressions = new int[256];
    private final IntRowsBuilder types = new IntRowsBuilder(4);

    /** Notes an expression; of several nodes that are one expression the first noted counts, which is the innermost. */
    public void expression(int row, int start, int end) {
        if (2 * row + 2 > expressions.length) {
            expressions = Arrays.copyOf(expressions, Math.max(2 * row + 2, 2 * expressions.length));
        }
        if (expressions[2 * row + 1] == 0) {
            expressions[2 * row] = start;
            expressions[2 * row + 1] = end;
        }
    }

    /**
     * Notes a type.
     *
     * @param scope the innermost open declaration
     */
    public void type(int row, int start, int end, int scope) {
        types.add(row, start, end, scope);
    }

    /** The first byte of an expression; -1 where that is not known. */
    public int start(int expression) {
        return isKnown(expression) ? expressions[2 * expression] : -1;
    }

    /** One past the last byte of an expression; -1 where that is not known. */
    public int end(int expression) {
        return isKnown(expression) ? expressions[2 * expression + 1] : -1;
    }

    private boolean isKnown(int expression) {
        return 2 * expression + 1 < expressions.length && expressions[2 * expression + 1] > 0;
    }

    /** How many types are written; each place counts. */
    public int typeCount() {
        return types.rows();
    }

    /** The row in {@link TypeRefs} of a written type. */
    public int typeRow(int place) {
        return types.get(place, 0);
    }

    public int typeStart(int place) {
        return types.get(place, 1);
    }

    public int typeEnd(int place) {
        return types.get(place, 2);
    }

    /** The innermost declaration that was open where the type is written, or -1. */
    public int typeScope(int place) {
        return types.get(place, 3);
    }
}
