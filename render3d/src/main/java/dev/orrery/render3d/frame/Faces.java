package dev.orrery.render3d.frame;

import java.util.Arrays;

/**
 * Convex faces in pixels, what hides others after what it hides, with a colour at each corner and an owner; grow as
 * needed. An owner is a body, {@link #file(int)} of a file, or {@link #NOBODY}.
 */
public final class Faces {
    /** The owner of what cannot be pointed at. */
    public static final int NOBODY = -1;

    private float[] x = new float[4096];
    private float[] y = new float[4096];
    private int[] argb = new int[4096];
    private int[] first = new int[1025];
    private int[] owner = new int[1024];
    private int corners;
    private int size;

    void clear() {
        size = 0;
        corners = 0;
    }

    /** The owner that stands for a file. */
    static int file(int file) {
        return -2 - file;
    }

    /** The file of an owner that stands for one, or -1. */
    public static int fileOf(int owner) {
        return owner < NOBODY ? -2 - owner : -1;
    }

    /** Adds a corner to the face that {@link #close} will end. */
    void corner(float px, float py, int colour) {
        if (corners == argb.length) {
            x = Arrays.copyOf(x, corners * 2);
            y = Arrays.copyOf(y, corners * 2);
            argb = Arrays.copyOf(argb, corners * 2);
        }
        x[corners] = px;
        y[corners] = py;
        argb[corners++] = colour;
    }

    /** Ends a face; fewer than three corners are none. */
    void close(int whose) {
        if (corners - first[size] < 3) {
            corners = first[size];
            return;
        }
        if (size == owner.length) {
            owner = Arrays.copyOf(owner, size * 2);
            first = Arrays.copyOf(first, size * 2 + 1);
        }
        owner[size++] = whose;
        first[size] = corners;
    }

    public int size() {
        return size;
    }

    public int first(int face) {
        return first[face];
    }

    /** One past the last corner of a face. */
    public int end(int face) {
        return first[face + 1];
    }

    public float x(int corner) {
        return x[corner];
    }

    public float y(int corner) {
        return y[corner];
    }

    public int argb(int corner) {
        return argb[corner];
    }

    public int owner(int face) {
        return owner[face];
    }

    /** Whether a face covers a point. */
    boolean covers(int face, double px, double py) {
        boolean left = false;
        boolean right = false;
        int from = first[face];
        int to = first[face + 1];
        for (int corner = from; corner < to; corner++) {
            int next = corner + 1 == to ? from : corner + 1;
            double side = (x[next] - x[corner]) * (py - y[corner]) - (y[next] - y[corner]) * (px - x[corner]);
            left |= side > 0;
            right |= side < 0;
        }
        return !(left && right);
    }
}
