package dev.orrery.indexer.semantic;

import java.util.Arrays;

/** Terms with weights that add up; a map of ints to floats that is cleared and used again. One thread at a time. */
final class TermCounts {
    private int[] keys = new int[64];
    private float[] values = new float[64];
    private int size;

    TermCounts() {
        Arrays.fill(keys, -1);
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(keys, -1);
            size = 0;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int[] terms, float each) {
        for (int term : terms) {
            add(term, each);
        }
    }

    void add(int term, float weight) {
        int slot = slot(term);
        if (keys[slot] < 0) {
            keys[slot] = term;
            values[slot] = weight;
            if (++size * 2 > keys.length) {
                grow();
            }
        } else {
            values[slot] += weight;
        }
    }

    private int slot(int term) {
        int mask = keys.length - 1;
        int slot = term * 0x9E3779B9 >>> 7 & mask;
        while (keys[slot] >= 0 && keys[slot] != term) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldKeys = keys;
        float[] oldValues = values;
        keys = new int[oldKeys.length * 2];
        values = new float[keys.length];
        Arrays.fill(keys, -1);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] >= 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    /** Adds all of this to {@code target}: together {@code weight}, no single one counted above {@code cap}. */
    void spread(float weight, float cap, TermCounts target) {
        float sum = 0;
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] >= 0) {
                sum += Math.min(values[i], cap);
            }
        }
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] >= 0) {
                target.add(keys[i], weight * Math.min(values[i], cap) / sum);
            }
        }
    }

    /** The terms in rising order, weights divided by {@code divisor}. */
    TermBag toBag(float divisor) {
        int[] terms = new int[size];
        int count = 0;
        for (int key : keys) {
            if (key >= 0) {
                terms[count++] = key;
            }
        }
        Arrays.sort(terms);
        float[] weights = new float[size];
        for (int i = 0; i < size; i++) {
            weights[i] = values[slot(terms[i])] / divisor;
        }
        return new TermBag(terms, weights);
    }
}
