package dev.orrery.indexer.semantic;

import java.util.Arrays;

/** A matrix of mostly zeros, row by row. Filled by one thread, then read by any. */
final class SparseRows {
    private final int columnCount;
    private int[] first = new int[1024];
    private int[] columns = new int[1 << 14];
    private float[] values = new float[1 << 14];
    private int rowCount;

    SparseRows(int columnCount) {
        this.columnCount = columnCount;
    }

    int rowCount() {
        return rowCount;
    }

    int columnCount() {
        return columnCount;
    }

    /** Adds a value to the row at the end, see {@link #endRow}. */
    void add(int column, float value) {
        int at = first[rowCount + 1];
        if (at == columns.length) {
            columns = Arrays.copyOf(columns, at * 2);
            values = Arrays.copyOf(values, at * 2);
        }
        columns[at] = column;
        values[at] = value;
        first[rowCount + 1] = at + 1;
    }

    void endRow() {
        rowCount++;
        if (rowCount + 1 == first.length) {
            first = Arrays.copyOf(first, first.length * 2);
        }
        first[rowCount + 1] = first[rowCount];
    }

    /**
     * Adds the transpose of rows {@code from} to {@code to} times those rows times {@code right} to {@code result}, both of
     * {@link #columnCount} rows of {@code width} floats.
     */
    void addGramTimes(int from, int to, float[] right, int width, float[] result) {
        float[] product = new float[width];
        for (int row = from; row < to; row++) {
            Arrays.fill(product, 0);
            for (int at = first[row]; at < first[row + 1]; at++) {
                float value = values[at];
                int base = columns[at] * width;
                for (int i = 0; i < width; i++) {
                    product[i] += value * right[base + i];
                }
            }
            for (int at = first[row]; at < first[row + 1]; at++) {
                float value = values[at];
                int base = columns[at] * width;
                for (int i = 0; i < width; i++) {
                    result[base + i] += value * product[i];
                }
            }
        }
    }
}
