package dev.orrery.render3d.frame;

import java.util.Arrays;

/**
 * Finds the body under a pixel of one frame. A body is hit inside its disc; of several the nearest to the eye. Where none
 * is hit, the one whose edge is nearest within a small reach, so that dust can be pointed at. A grid of cells keeps a
 * question cheap; it is filled on the first one.
 */
public final class Picker {
    private static final int CELL = 32;

    private final Frame frame;
    private final int columns;
    private final int rows;
    private int[] first = {};
    private int[] entries = {};

    /** @param frame must not change while this picker is in use */
    public Picker(Frame frame) {
        this.frame = frame;
        this.columns = Math.ceilDiv(Math.max(1, frame.width()), CELL);
        this.rows = Math.ceilDiv(Math.max(1, frame.height()), CELL);
    }

    /**
     * The body at a pixel, or -1.
     *
     * @param reach how far beside a body, in pixels, still finds it
     */
    public int pick(double x, double y, double reach) {
        if (x < 0 || y < 0 || x >= frame.width() || y >= frame.height()) {
            return -1;
        }
        if (first.length == 0) {
            fill(reach);
        }
        int cell = (int) (y / CELL) * columns + (int) (x / CELL);
        Hit best = new Hit(x, y, reach);
        for (int i = first[cell]; i < first[cell + 1]; i++) {
            best.offer(entries[i]);
        }
        return best.body();
    }

    /** The answer of {@link #pick} by looking at every body; what the grid is tested against. */
    int pickSlowly(double x, double y, double reach) {
        Hit best = new Hit(x, y, reach);
        for (int i = 0; i < frame.dim().size() + frame.lit().size(); i++) {
            best.offer(i);
        }
        return best.body();
    }

    private void fill(double reach) {
        int spots = frame.dim().size() + frame.lit().size();
        int[] count = new int[columns * rows + 1];
        for (int pass = 0; pass < 2; pass++) {
            for (int spot = 0; spot < spots; spot++) {
                double r = radius(spot) + reach;
                int left = Math.clamp((int) Math.floor((x(spot) - r) / CELL), 0, columns);
                int right = Math.clamp((int) Math.floor((x(spot) + r) / CELL), -1, columns - 1);
                int top = Math.clamp((int) Math.floor((y(spot) - r) / CELL), 0, rows);
                int bottom = Math.clamp((int) Math.floor((y(spot) + r) / CELL), -1, rows - 1);
                for (int row = top; row <= bottom; row++) {
                    for (int column = left; column <= right; column++) {
                        int cell = row * columns + column;
                        if (pass == 0) {
                            count[cell + 1]++;
                        } else {
                            entries[count[cell]++] = spot;
                        }
                    }
                }
            }
            if (pass == 0) {
                for (int i = 1; i < count.length; i++) {
                    count[i] += count[i - 1];
                }
                first = Arrays.copyOf(count, count.length);
                entries = new int[count[count.length - 1]];
            }
        }
    }

    private boolean isDim(int spot) {
        return spot < frame.dim().size();
    }

    private double x(int spot) {
        return isDim(spot)
                ? frame.dim().x(spot)
                : frame.lit().x(spot - frame.dim().size());
    }

    private double y(int spot) {
        return isDim(spot)
                ? frame.dim().y(spot)
                : frame.lit().y(spot - frame.dim().size());
    }

    private double radius(int spot) {
        return isDim(spot)
                ? frame.dim().radius(spot)
                : frame.lit().radius(spot - frame.dim().size());
    }

    /** The best so far. Lit bodies are painted last and so lie in front; of equals the later one wins. */
    private final class Hit {
        private final double x;
        private final double y;
        private int spot = -1;
        private double edge;

        private Hit(double x, double y, double reach) {
            this.x = x;
            this.y = y;
            this.edge = reach;
        }

        private void offer(int candidate) {
            double distance = Math.max(0, Math.hypot(x(candidate) - x, y(candidate) - y) - radius(candidate));
            if (distance < edge || distance == edge && candidate > spot) {
                edge = distance;
                spot = candidate;
            }
        }

        private int body() {
            return spot < 0
                    ? -1
                    : isDim(spot)
                            ? frame.dim().body(spot)
                            : frame.lit().body(spot - frame.dim().size());
        }
    }
}
