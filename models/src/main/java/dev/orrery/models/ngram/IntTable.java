package dev.orrery.models.ngram;

import java.util.Arrays;

/** Numbers by numbers. Not safe for threads. */
final class IntTable {
    private int[] keys = new int[64];
    private int[] values = new int[64];
    private boolean[] used = new boolean[64];
    private int size;

    /** The number kept for a key, or another where there is none. */
    int get(int key, int otherwise) {
        int slot = slot(key);
        return used[slot] ? values[slot] : otherwise;
    }

    void put(int key, int value) {
        int slot = slot(key);
        if (!used[slot]) {
            if (2 * ++size > keys.length) {
                grow();
                slot = slot(key);
            }
            used[slot] = true;
            keys[slot] = key;
        }
        values[slot] = value;
    }

    private int slot(int key) {
        int mixed = key * 0x9E3779B9;
        int slot = (mixed ^ mixed >>> 15) & keys.length - 1;
        while (used[slot] && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldValues = values;
        boolean[] oldUsed = used;
        keys = new int[2 * oldKeys.length];
        values = new int[keys.length];
        used = new boolean[keys.length];
        for (int at = 0; at < oldKeys.length; at++) {
            if (oldUsed[at]) {
                int slot = slot(oldKeys[at]);
                used[slot] = true;
                keys[slot] = oldKeys[at];
                values[slot] = oldValues[at];
            }
        }
    }

    void clear() {
        Arrays.fill(used, false);
        size = 0;
    }
}
