package dev.orrery.models.ngram;

import java.util.Arrays;

/** What speaks for each token that may come next: a row a token, a column a kind of evidence, and how much evidence there is of each kind in all. Reused; not safe for threads. */
final class Board {
    private final int columns;
    private final float[] totals;
    private int[] slots = new int[1024];
    private int[] tokens = new int[256];
    private float[] sums;
    private float[] spaced = new float[256];
    private float[] joined = new float[256];
    private int size;

    Board(int columns) {
        this.columns = columns;
        this.totals = new float[columns];
        this.sums = new float[256 * columns];
    }

    void clear() {
        Arrays.fill(slots, 0);
        Arrays.fill(totals, 0);
        size = 0;
    }

    /** Adds evidence for a token. */
    void add(int token, int column, float weight) {
        add(row(token), column, weight, weight);
    }

    /** Tells what stood before a token. */
    void gap(int row, int gap, float weight) {
        if (gap == Gap.SPACE.ordinal()) {
            spaced[row] += weight;
        } else {
            joined[row] += weight;
        }
    }

    int size() {
        return size;
    }

    int token(int row) {
        return tokens[row];
    }

    float sum(int row, int column) {
        return sums[row * columns + column];
    }

    void add(int row, int column, float weight, float total) {
        sums[row * columns + column] += weight;
        totals[column] += total;
    }

    float total(int column) {
        return totals[column];
    }

    /** How much more often it stood behind a blank than behind nothing. */
    float spacing(int row) {
        return spaced[row] - joined[row];
    }

    /** The share of those that stood behind a blank. */
    float spaced(int row) {
        return (spaced[row] + 0.3f) / (spaced[row] + joined[row] + 0.6f);
    }

    /** The row of a token, an empty one where it had none. */
    int row(int token) {
        int slot = slot(token);
        if (slots[slot] == 0) {
            if (size == tokens.length) {
                grow();
                slot = slot(token);
            }
            tokens[size] = token;
            Arrays.fill(sums, size * columns, (size + 1) * columns, 0);
            spaced[size] = 0;
            joined[size] = 0;
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
        sums = Arrays.copyOf(sums, 2 * size * columns);
        spaced = Arrays.copyOf(spaced, 2 * size);
        joined = Arrays.copyOf(joined, 2 * size);
        slots = new int[2 * slots.length];
        for (int row = 0; row < size; row++) {
            slots[slot(tokens[row])] = row + 1;
        }
    }
}
