package dev.orrery.indexer.link;

import java.util.Arrays;

/** A table of symbol pairs grouped by their first symbol, those of one symbol in the order in which they were added. */
final class Relation {
    private final int[] first;
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private int count;

    Relation(int symbols) {
        first = new int[symbols + 1];
    }

    void add(int symbol, int target) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        from[count] = symbol;
        to[count++] = target;
        first[symbol + 1]++;
    }

    /** Groups the pairs and returns them by {@link #first}; after this nothing can be added. */
    int[] targets() {
        for (int i = 1; i < first.length; i++) {
            first[i] += first[i - 1];
        }
        int[] next = first.clone();
        int[] targets = new int[count];
        for (int i = 0; i < count; i++) {
            targets[next[from[i]]++] = to[i];
        }
        return targets;
    }

    int[] first() {
        return first;
    }
}
