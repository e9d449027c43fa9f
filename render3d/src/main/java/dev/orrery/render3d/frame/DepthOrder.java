package dev.orrery.render3d.frame;

/** Orders depths from far to near by two counting passes; near depths are told apart more finely than far ones. */
final class DepthOrder {
    private DepthOrder() {}

    static int[] farFirst(float[] depth, int size) {
        float nearest = Float.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            nearest = Math.min(nearest, depth[i]);
        }
        int[] key = new int[size];
        for (int i = 0; i < size; i++) {
            key[i] = Math.clamp((int) (65535 * nearest / depth[i]), 0, 65535);
        }
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        return pass(key, pass(key, order, 0), 8);
    }

    private static int[] pass(int[] key, int[] order, int shift) {
        int[] next = new int[257];
        for (int row : order) {
            next[((key[row] >>> shift) & 255) + 1]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        int[] sorted = new int[order.length];
        for (int row : order) {
            sorted[next[(key[row] >>> shift) & 255]++] = row;
        }
        return sorted;
    }
}
