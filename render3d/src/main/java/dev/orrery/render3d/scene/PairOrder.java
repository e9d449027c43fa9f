package dev.orrery.render3d.scene;

import java.util.Arrays;

/** Sorts row numbers by the pair of ints packed in a long. */
final class PairOrder {
    private PairOrder() {}

    /** The rows of {@code pairs} in ascending order of pair; rows with equal pairs in their old order. */
    static int[] sort(long[] pairs) {
        int most = 0;
        for (long pair : pairs) {
            most = Math.max(most, Math.max((int) (pair >>> 32), (int) pair));
        }
        int[] order = new int[pairs.length];
        Arrays.setAll(order, i -> i);
        order = counted(pairs, order, 0, most);
        return counted(pairs, order, 32, most);
    }

    private static int[] counted(long[] pairs, int[] order, int shift, int most) {
        int[] next = new int[most + 2];
        for (long pair : pairs) {
            next[(int) (pair >>> shift) + 1]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        int[] sorted = new int[order.length];
        for (int row : order) {
            sorted[next[(int) (pairs[row] >>> shift)]++] = row;
        }
        return sorted;
    }
}
