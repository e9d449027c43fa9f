package dev.orrery.render3d.layout;

import java.util.Arrays;

/** A map from fingerprints to rows; open addressing, filled once. */
final class LongMap {
    private final long[] keys;
    private final int[] rows;
    private final int mask;

    LongMap(int size) {
        int capacity = Integer.highestOneBit(Math.max(8, size * 2)) * 2;
        keys = new long[capacity];
        rows = new int[capacity];
        mask = capacity - 1;
        Arrays.fill(rows, -1);
    }

    void put(long key, int row) {
        int slot = slot(key);
        if (rows[slot] < 0) {
            keys[slot] = key;
            rows[slot] = row;
        }
    }

    /** The row first put under {@code key}, or -1. */
    int get(long key) {
        return rows[slot(key)];
    }

    private int slot(long key) {
        int slot = (int) (key ^ (key >>> 32)) & mask;
        while (rows[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
