package dev.orrery.models.ngram;

import java.util.Arrays;

/**
 * Sorts the positions of a token stream by what follows them, as far as {@link #DEPTH} tokens: a suffix array cut off at that
 * depth, by prefix doubling (Manber and Myers, "Suffix arrays: a new method for on-line string searches", 1993), each round one
 * counting sort.
 */
final class SuffixOrder {
    /** How many tokens are compared. */
    static final int DEPTH = 8;

    private SuffixOrder() {}

    /**
     * @param tokens numbers in the bits of {@code mask}, other bits do not count
     * @return all positions, those with the same next {@link #DEPTH} tokens in any order
     */
    static int[] of(int[] tokens, int mask) {
        int size = tokens.length;
        int[] order = new int[size];
        int[] rank = new int[size];
        byFirstToken(tokens, mask, order, rank);
        int[] second = new int[size];
        int[] next = new int[size];
        for (int known = 1; known < DEPTH; known *= 2) {
            bySecondHalf(order, known, second);
            for (int row = 0; row < size; row++) {
                next[row] = row;
            }
            for (int position : second) {
                order[next[rank[position]]++] = position;
            }
            rankAgain(order, rank, known, next);
            int[] old = rank;
            rank = next;
            next = old;
        }
        return order;
    }

    /** A rank is the first row of those that are alike so far. */
    private static void byFirstToken(int[] tokens, int mask, int[] order, int[] rank) {
        long[] first = new long[tokens.length];
        for (int at = 0; at < first.length; at++) {
            first[at] = (long) (tokens[at] & mask) << 32 | at;
        }
        Arrays.sort(first);
        for (int row = 0; row < first.length; row++) {
            order[row] = (int) first[row];
            boolean same = row > 0 && first[row] >>> 32 == first[row - 1] >>> 32;
            rank[order[row]] = same ? rank[order[row - 1]] : row;
        }
    }

    /** Positions by what follows {@code known} tokens later; those near the end have nothing there and come first. */
    private static void bySecondHalf(int[] order, int known, int[] second) {
        int size = order.length;
        int filled = 0;
        for (int position = Math.max(0, size - known); position < size; position++) {
            second[filled++] = position;
        }
        for (int position : order) {
            if (position >= known) {
                second[filled++] = position - known;
            }
        }
    }

    private static void rankAgain(int[] order, int[] rank, int known, int[] into) {
        for (int row = 0; row < order.length; row++) {
            boolean same = row > 0
                    && rank[order[row]] == rank[order[row - 1]]
                    && half(rank, order[row] + known) == half(rank, order[row - 1] + known);
            into[order[row]] = same ? into[order[row - 1]] : row;
        }
    }

    private static int half(int[] rank, int position) {
        return position < rank.length ? rank[position] : -1;
    }
}
