package dev.orrery.indexer.text.regex;

import java.util.Arrays;

/** A set of state numbers that keeps the order of insertion and is emptied in no time. */
final class StateSet {
    private final int[] position;
    private final int[] values;
    private int size;

    StateSet(int universe) {
        position = new int[universe];
        values = new int[universe];
    }

    /** Whether {@code value} was not yet a member. */
    boolean add(int value) {
        int at = position[value];
        if (at < size && values[at] == value) {
            return false;
        }
        position[value] = size;
        values[size++] = value;
        return true;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return values[index];
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
