package dev.orrery.render3d.frame;

import java.util.Arrays;

/** Round bodies in pixels: parallel columns that grow as needed and are filled anew for each picture. */
public final class Spots {
    private float[] x = new float[1024];
    private float[] y = new float[1024];
    private float[] radius = new float[1024];
    private float[] depth = new float[1024];
    private int[] argb = new int[1024];
    private int[] body = new int[1024];
    private int size;

    void clear() {
        size = 0;
    }

    void add(float px, float py, float pr, double at, int colour, int which) {
        if (size == x.length) {
            int more = size * 2;
            x = Arrays.copyOf(x, more);
            y = Arrays.copyOf(y, more);
            radius = Arrays.copyOf(radius, more);
            depth = Arrays.copyOf(depth, more);
            argb = Arrays.copyOf(argb, more);
            body = Arrays.copyOf(body, more);
        }
        x[size] = px;
        y[size] = py;
        radius[size] = pr;
        depth[size] = (float) at;
        argb[size] = colour;
        body[size++] = which;
    }

    /** Leaves a share of the opacity and of the size of all. */
    void fade(double opacity, double share) {
        for (int i = 0; i < size; i++) {
            argb[i] = Argb.faded(argb[i], opacity);
            radius[i] *= (float) share;
        }
    }

    public int size() {
        return size;
    }

    public float x(int spot) {
        return x[spot];
    }

    public float y(int spot) {
        return y[spot];
    }

    public float radius(int spot) {
        return radius[spot];
    }

    /** Distance from the eye along the direction of view. */
    public float depth(int spot) {
        return depth[spot];
    }

    public int argb(int spot) {
        return argb[spot];
    }

    /** The body of the scene that is drawn here. */
    public int body(int spot) {
        return body[spot];
    }

    /** Puts the farthest first; a radix sort over the inverse of depth, to 16 bits. */
    void sortFarFirst() {
        int[] order = DepthOrder.farFirst(depth, size);
        x = permuted(x, order);
        y = permuted(y, order);
        radius = permuted(radius, order);
        depth = permuted(depth, order);
        argb = permuted(argb, order);
        body = permuted(body, order);
    }

    private static float[] permuted(float[] column, int[] order) {
        float[] sorted = new float[column.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = column[order[i]];
        }
        return sorted;
    }

    private static int[] permuted(int[] column, int[] order) {
        int[] sorted = new int[column.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = column[order[i]];
        }
        return sorted;
    }
}
