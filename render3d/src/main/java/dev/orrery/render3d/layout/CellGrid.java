package dev.orrery.render3d.layout;

import java.util.Arrays;

/** Points sorted into cubes, to find those near one another. */
final class CellGrid {
    /** Takes a pair of near points. */
    interface PairAction {
        void on(int a, int b);
    }

    private final double size;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    /** An open hash table: the first point of each cube, -1 where a slot is free. */
    private final int[] heads;

    private final long[] cubes;
    private final int[] next;

    CellGrid(double size, double[] x, double[] y, double[] z) {
        this.size = Math.max(size, 1e-3);
        this.x = x;
        this.y = y;
        this.z = z;
        int slots = Integer.highestOneBit(Math.max(8, x.length * 2) - 1) << 1;
        this.heads = new int[slots];
        this.cubes = new long[slots];
        this.next = new int[x.length];
        Arrays.fill(heads, -1);
        for (int i = x.length - 1; i >= 0; i--) {
            long cube = cell(column(x[i]), column(y[i]), column(z[i]));
            int slot = slot(cube);
            next[i] = heads[slot];
            heads[slot] = i;
            cubes[slot] = cube;
        }
    }

    /** Where a cube stands in the table, or the free slot where it would. */
    private int slot(long cube) {
        int mask = heads.length - 1;
        int slot = (int) ((cube * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (heads[slot] >= 0 && cubes[slot] != cube) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Visits each pair of {@code point} and a point with a greater number in its own or a neighbouring cube. */
    void forLaterNeighbours(int point, PairAction action) {
        long cx = column(x[point]);
        long cy = column(y[point]);
        long cz = column(z[point]);
        for (long ix = cx - 1; ix <= cx + 1; ix++) {
            for (long iy = cy - 1; iy <= cy + 1; iy++) {
                for (long iz = cz - 1; iz <= cz + 1; iz++) {
                    for (int other = heads[slot(cell(ix, iy, iz))]; other >= 0; other = next[other]) {
                        if (other > point) {
                            action.on(point, other);
                        }
                    }
                }
            }
        }
    }

    private long column(double value) {
        return (long) Math.floor(value / size);
    }

    private static long cell(long cx, long cy, long cz) {
        return ((cx & 0x1fffff) << 42) | ((cy & 0x1fffff) << 21) | (cz & 0x1fffff);
    }
}
