package dev.orrery.models.ngram;

import java.util.Arrays;

/** Sums by token, and how much of each stood behind a blank. Reused; not safe for threads. */
final class Tally {
    private int[] slots = new int[512];
    private int[] tokens = new int[256];
    private double[] sums = new double[256];
    private double[] spaced = new double[256];
    private int size;

    void clear() {
        Arrays.fill(slots, 0);
        size = 0;
    }

    void add(int token, double sum, double spacedSum) {
        int row = row(token);
        sums[row] += sum;
        spaced[row] += spacedSum;
    }

    /** Adds all of another one, weighted. */
    void add(Tally other, double weight) {
        for (int row = 0; row < other.size; row++) {
            if (other.sums[row] > 0) {
                add(other.tokens[row], weight * other.sums[row], weight * other.spaced[row]);
            }
        }
    }

    int size() {
        return size;
    }

    int token(int row) {
        return tokens[row];
    }

    double sum(int row) {
        return sums[row];
    }

    /** Whether it stood mostly behind a blank. */
    boolean isSpaced(int row) {
        return 2 * spaced[row] > sums[row];
    }

    private int row(int token) {
        int slot = slot(token);
        if (slots[slot] == 0) {
            if (size == tokens.length) {
                grow();
                slot = slot(token);
            }
            tokens[size] = token;
            sums[size] = 0;
            spaced[size] = 0;
            slots[slot] = ++size;
        }
        return slots[slot] - 1;
    }

    private int slot(int token) {
        int slot = (token * 0x9E3779B9 >>> 12) & slots.length - 1;
        while (slots[slot] != 0 && tokens[slots[slot] - 1] != token) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        tokens = Arrays.copyOf(tokens, 2 * size);
        sums = Arrays.copyOf(sums, 2 * size);
        spaced = Arrays.copyOf(spaced, 2 * size);
        slots = new int[2 * slots.length];
        for (int row = 0; row < size; row++) {
            slots[slot(tokens[row])] = row + 1;
        }
    }
}
