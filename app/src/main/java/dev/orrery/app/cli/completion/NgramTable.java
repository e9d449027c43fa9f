package dev.orrery.app.cli.completion;

import java.util.Map;

/**
 * Counts of n-grams of a stream of tokens, as an array of its places sorted by what follows them (multikey quicksort: Bentley and Sedgewick,
 * "Fast algorithms for sorting and searching strings", SODA 1997). A cell of the stream is a token's number and, in the lowest two bits, the
 * gap before it. Immutable.
 */
@SuppressWarnings("ArrayRecordComponent")
record NgramTable(int[] cells, int[] order) {
    /** Tokens of the longest n-gram. */
    static final int ORDER = 6;

    /** Bits of a gap. */
    static final int GAP = 2;

    /** Evenly spaced occurrences of a context that are looked at; as they are sorted by the next token, what is frequent is among them. */
    private static final int SAMPLED = 128;

    /** The weight of a context against all shorter ones (Jelinek and Mercer 1980). */
    private static final double TRUST = 0.6;

    static NgramTable of(int[] cells) {
        int[] order = new int[cells.length];
        for (int at = 0; at < order.length; at++) {
            order[at] = at;
        }
        NgramTable table = new NgramTable(cells, order);
        table.sort(0, order.length, 0);
        return table;
    }

    /** The token at a place, or -1 behind the end. */
    private int token(int place) {
        return place < cells.length ? cells[place] >>> GAP : -1;
    }

    private void sort(int from, int to, int depth) {
        int low = from;
        int high = to;
        while (high - low > 1 && depth < ORDER) {
            int pivot = token(order[(low + high) >>> 1] + depth);
            int less = low;
            int at = low;
            int more = high;
            while (at < more) {
                int difference = Integer.compare(token(order[at] + depth), pivot);
                if (difference < 0) {
                    swap(less++, at++);
                } else if (difference > 0) {
                    swap(at, --more);
                } else {
                    at++;
                }
            }
            if (pivot >= 0) {
                sort(less, more, depth + 1);
            }
            if (less - low < high - more) {
                sort(low, less, depth);
                low = more;
            } else {
                sort(more, high, depth);
                high = less;
            }
        }
    }

    private void swap(int one, int other) {
        int kept = order[one];
        order[one] = order[other];
        order[other] = kept;
    }

    /** The first row whose tokens are not below, or, for {@code above} 1, that are above those of a context. */
    private int bound(int[] tokens, int from, int to, int above) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int difference = 0;
            for (int at = from; at < to && difference == 0; at++) {
                difference = Integer.compare(token(order[middle] + at - from), tokens[at]);
            }
            if (difference < above) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Adds up how likely each cell is to follow.
     *
     * @param tokens numbers of tokens before it, {@code end} of them
     * @param into shares by cell, adding up to 1 where anything is known
     * @return how many of the last tokens were seen together, or -1 where nothing is known
     */
    int predict(int[] tokens, int end, Map<Integer, Double> into) {
        if (order.length == 0) {
            return -1;
        }
        int longest = 0;
        int[] first = new int[ORDER];
        int[] last = new int[ORDER];
        last[0] = order.length;
        for (int length = 1; length < ORDER && length <= end; length++) {
            first[length] = bound(tokens, end - length, end, 0);
            last[length] = bound(tokens, end - length, end, 1);
            // The end of the stream is no occurrence that goes on.
            if (last[length] - first[length] < 1 || token(order[last[length] - 1] + length) < 0) {
                break;
            }
            longest = length;
        }
        double left = 1;
        for (int length = longest; length >= 0; length--) {
            double weight = length == 0 ? left : left * TRUST;
            int found = last[length] - first[length];
            int looked = Math.min(found, SAMPLED);
            for (int sample = 0; sample < looked; sample++) {
                int row = first[length] + (int) ((2L * sample + 1) * found / (2L * looked));
                int place = order[row] + length;
                if (place < cells.length) {
                    into.merge(cells[place], weight / looked, Double::sum);
                }
            }
            left -= weight;
        }
        return longest;
    }
}
