package dev.orrery.render3d.city;

import java.util.Arrays;

/**
 * The cuts of a plan with their positions, as flat tables, and the walk through them that leads away from the farthest to
 * the nearest. Filled once.
 */
final class Terrain {
    private static final byte CUT_X = 0;
    private static final byte CUT_Z = 1;
    private static final byte WARD = 2;
    private static final byte LOT = 3;

    private byte[] kind = new byte[64];
    /** The lower side of a cut, the contents of a ward, the file of a lot. */
    private int[] first = new int[64];
    /** The upper side of a cut, the number of a ward. */
    private int[] second = new int[64];

    private float[] position = new float[64];
    private int size;

    int lot(int file) {
        return add(LOT, file, 0, 0);
    }

    int ward(int ward, int contents) {
        return add(WARD, contents, ward, 0);
    }

    int cut(Plot.Axis axis, double at, int low, int high) {
        return add(axis == Plot.Axis.X ? CUT_X : CUT_Z, low, high, at);
    }

    private int add(byte what, int a, int b, double at) {
        if (size == kind.length) {
            kind = Arrays.copyOf(kind, size * 2);
            first = Arrays.copyOf(first, size * 2);
            second = Arrays.copyOf(second, size * 2);
            position = Arrays.copyOf(position, size * 2);
        }
        kind[size] = what;
        first[size] = a;
        second[size] = b;
        position[size] = (float) at;
        return size++;
    }

    /**
     * Visits everything below a node in the order in which it hides what comes before it: what lies on the eye's side of a
     * cut comes last.
     */
    void walk(int root, double eyeX, double eyeZ, City.Walker walker) {
        int[] stack = new int[64];
        int depth = 0;
        stack[depth++] = root;
        while (depth > 0) {
            int node = stack[--depth];
            if (node < 0) {
                walker.leave(-1 - node);
                continue;
            }
            if (depth + 2 > stack.length) {
                stack = Arrays.copyOf(stack, stack.length * 2);
            }
            switch (kind[node]) {
                case LOT -> walker.file(first[node]);
                case WARD -> {
                    if (walker.ward(second[node])) {
                        stack[depth++] = -1 - second[node];
                        stack[depth++] = first[node];
                    }
                }
                default -> {
                    boolean eyeBelow = (kind[node] == CUT_X ? eyeX : eyeZ) < position[node];
                    stack[depth++] = eyeBelow ? first[node] : second[node];
                    stack[depth++] = eyeBelow ? second[node] : first[node];
                }
            }
        }
    }
}
