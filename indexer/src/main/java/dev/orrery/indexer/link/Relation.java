package dev.orrery.indexer.link;

import java.util.Arrays;

/** A table of symbol pairs grouped by their first symbol. Pairs are counted first, then added in the same order. */
final class Relation {
    private final int[] first;
    private int[] next = {};
    private int[] targets = {};

    Relation(int symbols) {
        first = new int[symbols + 1];
    }

    void count(int[] pairs, int[] symbolOf) {
        for (int i = 0; i < pairs.length; i += 2) {
            first[symbolOf[pairs[i]] + 1]++;
        }
    }

    void add(int[] pairs, int[] symbolOf) {
        if (next.length == 0) {
            for (int i = 1; i < first.length; i++) {
                first[i] += first[i - 1];
            }
            next = first.clone();
            targets = new int[first[first.length - 1]];
        }
        for (int i = 0; i < pairs.length; i += 2) {
            targets[next[symbolOf[pairs[i]]]++] = symbolOf[pairs[i + 1]];
        }
    }

    /** Puts the targets of each symbol in ascending order. */
    void sort() {
        for (int symbol = 0; symbol + 1 < first.length; symbol++) {
            if (first[symbol + 1] - first[symbol] > 1) {
                Arrays.sort(targets, first[symbol], first[symbol + 1]);
            }
        }
    }

    int[] first() {
        return first;
    }

    int[] targets() {
        return targets;
    }
}
