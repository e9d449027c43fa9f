package dev.orrery.indexer.parse;

import java.util.Arrays;

/** {@link IntLists} that still grow. */
final class IntListsBuilder {
    private int[] cells = new int[64];
    private int size;

    /** Appends a list and returns its offset; -1 for an empty one. */
    int add(int... elements) {
        if (elements.length == 0) {
            return FactsBuilder.NONE;
        }
        int needed = size + elements.length + 1;
        if (needed > cells.length) {
            cells = Arrays.copyOf(cells, Math.max(needed, cells.length * 2));
        }
        int offset = size;
        cells[offset] = elements.length;
        System.arraycopy(elements, 0, cells, offset + 1, elements.length);
        size = needed;
        return offset;
    }

    int size(int list) {
        return list < 0 ? 0 : cells[list];
    }

    int get(int list, int index) {
        return cells[list + 1 + index];
    }

    IntLists build() {
        return new IntLists(Arrays.copyOf(cells, size));
    }
}
