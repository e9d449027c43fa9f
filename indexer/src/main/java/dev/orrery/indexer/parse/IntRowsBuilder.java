package dev.orrery.indexer.parse;

import java.util.Arrays;

/** An {@link IntRows} that still grows. */
final class IntRowsBuilder {
    private final int width;
    private int[] cells;
    private int size;

    IntRowsBuilder(int width) {
        this.width = width;
        this.cells = new int[16 * width];
    }

    /** Appends a row and returns its number. */
    int add(int... row) {
        if (row.length != width) {
            throw new IllegalArgumentException("a row has " + width + " cells");
        }
        if (size + width > cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
        System.arraycopy(row, 0, cells, size, width);
        size += width;
        return size / width - 1;
    }

    int rows() {
        return size / width;
    }

    int get(int row, int column) {
        return cells[row * width + column];
    }

    void set(int row, int column, int value) {
        cells[row * width + column] = value;
    }

    IntRows build() {
        return new IntRows(width, Arrays.copyOf(cells, size));
    }
}
