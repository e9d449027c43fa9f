package dev.orrery.indexer.semantic;

import java.util.Arrays;

/** Counts and probabilities of (term, word) pairs in a hash table. Slots are valid until {@link #reserve}. */
final class PairCounts {
    private long[] keys = new long[1 << 16];
    private float[] counts = new float[1 << 16];
    private float[] probabilities = new float[1 << 16];
    private int size;

    PairCounts() {
        Arrays.fill(keys, -1);
    }

    /** Where a pair is kept; for one that is new there must be room. */
    int slot(int term, int word) {
        return find((long) term << 32 | word);
    }

    /** Makes room for {@code more} new pairs; moves slots. */
    void reserve(int more) {
        long needed = (size + (long) more + (1 << 12)) * 2;
        if (needed > keys.length) {
            rehash(Long.highestOneBit(needed) * 2);
        }
    }

    private int find(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 33) & mask;
        while (keys[slot] >= 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        if (keys[slot] < 0) {
            keys[slot] = key;
            size++;
        }
        return slot;
    }

    private void rehash(long capacity) {
        long[] oldKeys = keys;
        float[] oldCounts = counts;
        float[] oldProbabilities = probabilities;
        keys = new long[Math.toIntExact(capacity)];
        counts = new float[keys.length];
        probabilities = new float[keys.length];
        Arrays.fill(keys, -1);
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] >= 0) {
                int slot = find(oldKeys[i]);
                counts[slot] = oldCounts[i];
                probabilities[slot] = oldProbabilities[i];
            }
        }
    }

    float probability(int slot) {
        return probabilities[slot];
    }

    void count(int slot, float more) {
        counts[slot] += more;
    }

    /** Turns counts into probabilities and begins to count anew. Returns each term's total. */
    float[] endRound(int terms) {
        float[] totals = new float[terms];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] >= 0) {
                totals[(int) (keys[i] >>> 32)] += counts[i];
            }
        }
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] >= 0) {
                probabilities[i] = counts[i] / (totals[(int) (keys[i] >>> 32)] + TranslationLearner.SHRINKING);
                counts[i] = 0;
            }
        }
        return totals;
    }

    TranslationCounts result(float[] totals) {
        int[] first = new int[totals.length + 1];
        for (long key : keys) {
            if (key >= 0) {
                first[(int) (key >>> 32) + 1]++;
            }
        }
        for (int i = 0; i < totals.length; i++) {
            first[i + 1] += first[i];
        }
        long[] sorted = Arrays.stream(keys).filter(key -> key >= 0).sorted().toArray();
        return new TranslationCounts() {
            @Override
            public TermBag words(int term) {
                if (term >= totals.length) {
                    return TermBag.EMPTY;
                }
                int[] words = new int[first[term + 1] - first[term]];
                float[] weights = new float[words.length];
                for (int i = 0; i < words.length; i++) {
                    long key = sorted[first[term] + i];
                    words[i] = (int) key;
                    weights[i] = probabilities[find(key)] * (totals[term] + TranslationLearner.SHRINKING);
                }
                return new TermBag(words, weights);
            }

            @Override
            public float total(int term) {
                return term < totals.length ? totals[term] : 0;
            }
        };
    }
}
