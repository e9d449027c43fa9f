package dev.orrery.indexer.parse;

import java.util.Arrays;

/** A stack of ints that grows. */
final class IntStack {
    private int[] cells = new int[16];
    private int size;

    void push(int value) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, size * 2);
        }
        cells[size++] = value;
    }

    int pop() {
        return cells[--size];
    }

    int peek() {
        return cells[size - 1];
    }

    int size() {
        return size;
    }

    /** The {@code index}-th cell from the bottom. */
    int get(int index) {
        return cells[index];
    }

    boolean isEmpty() {
        return size == 0;
    }
}
