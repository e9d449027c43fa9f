package dev.orrery.render3d.layout;

import java.util.HashMap;
import java.util.Map;

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
    private final Map<Long, Integer> heads;
    private final int[] next;

    CellGrid(double size, double[] x, double[] y, double[] z) {
        this.size = Math.max(size, 1e-3);
        this.x = x;
        this.y = y;
        this.z = z;
        this.heads = new HashMap<>(x.length * 2);
        this.next = new int[x.length];
        for (int i = x.length - 1; i >= 0; i--) {
            Integer head = heads.put(cell(column(x[i]), column(y[i]), column(z[i])), i);
            next[i] = head == null ? -1 : head;
        }
    }

    /** Visits each pair of {@code point} and a point with a greater number in its own or a neighbouring cube. */
    void forLaterNeighbours(int point, PairAction action) {
        long cx = column(x[point]);
        long cy = column(y[point]);
        long cz = column(z[point]);
        for (long ix = cx - 1; ix <= cx + 1; ix++) {
            for (long iy = cy - 1; iy <= cy + 1; iy++) {
                for (long iz = cz - 1; iz <= cz + 1; iz++) {
                    Integer head = heads.get(cell(ix, iy, iz));
                    for (int other = head == null ? -1 : head; other >= 0; other = next[other]) {
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
