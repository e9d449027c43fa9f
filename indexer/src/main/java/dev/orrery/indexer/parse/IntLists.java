package dev.orrery.indexer.parse;

import java.util.Arrays;

/**
 * Short lists of ints in one array. A list is known by its offset, at which its length stands before its elements; -1 is
 * the empty list.
 *
 * @param cells kept, not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record IntLists(int[] cells) {
    public int size(int list) {
        return list < 0 ? 0 : cells[list];
    }

    public int get(int list, int index) {
        return cells[list + 1 + index];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntLists that && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }
}
