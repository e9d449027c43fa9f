package dev.orrery.indexer.parse;

import java.util.Arrays;

/**
 * An immutable table of ints, row after row in one array.
 *
 * @param width cells a row
 * @param cells {@code width × rows} cells; kept, not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record IntRows(int width, int[] cells) {
    public int rows() {
        return cells.length / width;
    }

    public int cell(int row, int column) {
        return cells[row * width + column];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntRows that && width == that.width && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(cells);
    }
}
