package dev.orrery.models.ngram;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Positions of a token stream in the order of what stands before them, the nearest token first: all occurrences of a context lie side by
 * side, and those of a longer context lie within them. It is a suffix array of the reversed text, cut off at some depth. Positions that begin a
 * line lie behind all others. Sorted by counting, from the farthest token to the nearest: linear in depth times length. Immutable.
 */
final class ContextOrder {
    private final int[] stream;
    private final IntUnaryOperator key;
    private final int depth;
    private final int[] order;
    private final int lineStarts;

    /**
     * @param stream cells
     * @param places positions to sort, none of them 0; overwritten
     * @param depth how many tokens before a position count
     * @param key what of a cell counts, 0 or more
     */
    ContextOrder(int[] stream, int[] places, int depth, IntUnaryOperator key) {
        this.stream = stream;
        this.key = key;
        this.depth = depth;
        int[] keys = new int[stream.length];
        int most = 0;
        for (int at = 0; at < stream.length; at++) {
            keys[at] = key.applyAsInt(stream[at]);
            most = Math.max(most, keys[at]);
        }
        int[] now = places;
        int[] then = new int[places.length];
        int[] starts = new int[most + 2];
        for (int distance = depth; distance > 0; distance--) {
            byToken(keys, distance, now, then, starts);
            int[] old = now;
            now = then;
            then = old;
        }
        this.lineStarts = byLine(stream, now, then);
        this.order = then;
    }

    private static void byToken(int[] keys, int distance, int[] now, int[] then, int[] starts) {
        Arrays.fill(starts, 0);
        for (int position : now) {
            starts[(position < distance ? 0 : keys[position - distance]) + 1]++;
        }
        for (int at = 1; at < starts.length; at++) {
            starts[at] += starts[at - 1];
        }
        for (int position : now) {
            then[starts[position < distance ? 0 : keys[position - distance]]++] = position;
        }
    }

    private static int byLine(int[] stream, int[] now, int[] then) {
        int filled = 0;
        for (int position : now) {
            if (!Segment.isLineStart(stream[position])) {
                then[filled++] = position;
            }
        }
        int starts = filled;
        for (int position : now) {
            if (Segment.isLineStart(stream[position])) {
                then[filled++] = position;
            }
        }
        return starts;
    }

    int depth() {
        return depth;
    }

    int size() {
        return order.length;
    }

    /** The first row of the positions that begin a line, or do not. */
    int first(boolean line) {
        return line ? lineStarts : 0;
    }

    /** The row behind their last one. */
    int last(boolean line) {
        return line ? order.length : lineStarts;
    }

    /**
     * Within rows that agree in the {@code distance - 1} keys before them, the first whose key at {@code distance} is not less than one.
     *
     * @param distance 1 for the token right before, at most the depth
     */
    int seek(int first, int last, int distance, int wanted) {
        int low = first;
        int high = last;
        while (low < high) {
            int middle = low + high >>> 1;
            int place = order[middle] - distance;
            if ((place < 0 ? 0 : key.applyAsInt(stream[place])) < wanted) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The position of a row. */
    int position(int row) {
        return order[row];
    }
}
