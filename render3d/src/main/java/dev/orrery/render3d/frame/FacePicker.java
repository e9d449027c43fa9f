package dev.orrery.render3d.frame;

import java.util.Arrays;

/** Finds whose face lies on top under a pixel of one frame. A grid of cells keeps a search short. */
public final class FacePicker {
    private static final int CELL = 24;

    private final Faces faces;
    private final int width;
    private final int height;
    private final int columns;
    private int[] first = {};
    private int[] entries = {};

    /** @param frame must not change while this picker is in use */
    public FacePicker(Frame frame) {
        this.faces = frame.faces();
        this.width = frame.width();
        this.height = frame.height();
        this.columns = Math.ceilDiv(Math.max(1, width), CELL);
    }

    /** The owner of the uppermost face at a pixel, or {@link Faces#NOBODY}. */
    public int pick(double x, double y) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            return Faces.NOBODY;
        }
        if (first.length == 0) {
            fill();
        }
        int cell = (int) (y / CELL) * columns + (int) (x / CELL);
        for (int i = first[cell + 1] - 1; i >= first[cell]; i--) {
            if (faces.covers(entries[i], x, y)) {
                return faces.owner(entries[i]);
            }
        }
        return Faces.NOBODY;
    }

    private void fill() {
        int rows = Math.ceilDiv(Math.max(1, height), CELL);
        int[] count = new int[columns * rows + 1];
        for (int pass = 0; pass < 2; pass++) {
            for (int face = 0; face < faces.size(); face++) {
                enter(face, rows, count, pass == 0);
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

    private void enter(int face, int rows, int[] count, boolean counting) {
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float bottom = -Float.MAX_VALUE;
        for (int corner = faces.first(face); corner < faces.end(face); corner++) {
            left = Math.min(left, faces.x(corner));
            right = Math.max(right, faces.x(corner));
            top = Math.min(top, faces.y(corner));
            bottom = Math.max(bottom, faces.y(corner));
        }
        int toColumn = Math.clamp((int) Math.floor(right / CELL), -1, columns - 1);
        int toRow = Math.clamp((int) Math.floor(bottom / CELL), -1, rows - 1);
        for (int row = Math.clamp((int) Math.floor(top / CELL), 0, rows); row <= toRow; row++) {
            for (int column = Math.clamp((int) Math.floor(left / CELL), 0, columns); column <= toColumn; column++) {
                int cell = row * columns + column;
                if (counting) {
                    count[cell + 1]++;
                } else {
                    entries[count[cell]++] = face;
                }
            }
        }
    }
}
