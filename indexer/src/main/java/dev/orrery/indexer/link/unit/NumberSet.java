package dev.orrery.indexer.link.unit;

import java.util.Arrays;

/** A set of numbers from 0 on, of any size, in as much memory as it has elements. One owner at a time. */
final class NumberSet {
    private int[] slots = new int[32];
    private int size;

    void add(int number) {
        if (2 * size >= slots.length) {
            int[] full = slots;
            slots = new int[full.length * 2];
            for (int slot : full) {
                if (slot != 0) {
                    place(slot);
                }
            }
        }
        size += place(number + 1) ? 1 : 0;
    }

    private boolean place(int slot) {
        int mask = slots.length - 1;
        int at = slot * 0x9E3779B9 >>> 7 & mask;
        while (slots[at] != 0) {
            if (slots[at] == slot) {
                return false;
            }
            at = at + 1 & mask;
        }
        slots[at] = slot;
        return true;
    }

    int[] sorted() {
        int[] numbers = Arrays.stream(slots)
                .filter(slot -> slot != 0)
                .map(slot -> slot - 1)
                .toArray();
        Arrays.sort(numbers);
        return numbers;
    }
}
