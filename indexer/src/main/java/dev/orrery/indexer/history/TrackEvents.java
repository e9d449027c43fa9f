package dev.orrery.indexer.history;

import java.util.Arrays;

/** What happened to the declarations of one path, by sample and declaration. Grows; one thread at a time. */
final class TrackEvents {
    private int[] samples = new int[16];
    private int[] rows = new int[16];
    private byte[] changes = new byte[16];
    private int size;

    TrackEvents() {}

    /** Events that go on from others. */
    TrackEvents(TrackEvents known) {
        samples = Arrays.copyOf(known.samples, known.samples.length);
        rows = Arrays.copyOf(known.rows, known.rows.length);
        changes = Arrays.copyOf(known.changes, known.changes.length);
        size = known.size;
    }

    int size() {
        return size;
    }

    int sample(int event) {
        return samples[event];
    }

    int row(int event) {
        return rows[event];
    }

    SymbolChange change(int event) {
        return SymbolChange.of(changes[event]);
    }

    void add(int sample, int row, SymbolChange change) {
        if (size == samples.length) {
            samples = Arrays.copyOf(samples, size * 2);
            rows = Arrays.copyOf(rows, size * 2);
            changes = Arrays.copyOf(changes, size * 2);
        }
        samples[size] = sample;
        rows[size] = row;
        changes[size++] = (byte) change.ordinal();
    }

    /** Adds what a sample shows to be different. */
    void compare(int sample, DeclaredFile before, DeclaredFile after) {
        int i = 0;
        int k = 0;
        while (i < before.rows().length || k < after.rows().length) {
            int was = i < before.rows().length ? before.rows()[i] : Integer.MAX_VALUE;
            int is = k < after.rows().length ? after.rows()[k] : Integer.MAX_VALUE;
            if (was < is) {
                add(sample, was, SymbolChange.REMOVED);
                i++;
            } else if (is < was) {
                add(sample, is, SymbolChange.ADDED);
                k++;
            } else {
                if (before.texts()[i] != after.texts()[k]) {
                    add(sample, is, SymbolChange.CHANGED);
                }
                i++;
                k++;
            }
        }
    }
}
