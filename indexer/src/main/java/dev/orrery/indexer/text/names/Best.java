package dev.orrery.indexer.text.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The best few of many scored numbers; of equal scores the smaller number is better. Confined to one thread. */
final class Best {
    private static final Comparator<Entry> WORST_FIRST = Comparator.comparingDouble(Entry::score)
            .thenComparing(Comparator.comparingInt(Entry::number).reversed());

    private final int limit;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>(WORST_FIRST);

    /** A number with its score. */
    record Entry(int number, double score) {}

    Best(int limit) {
        this.limit = limit;
    }

    /** Whether a score this good would be kept. */
    boolean hasRoomFor(double score) {
        return entries.size() < limit || limit > 0 && score >= entries.element().score();
    }

    /** Lower scores are not kept. */
    double floor() {
        return entries.size() < limit || limit == 0
                ? Double.NEGATIVE_INFINITY
                : entries.element().score();
    }

    void add(int number, double score) {
        if (hasRoomFor(score)) {
            entries.add(new Entry(number, score));
            if (entries.size() > limit) {
                entries.remove();
            }
        }
    }

    /** Best first. */
    List<Entry> ranked() {
        List<Entry> ranked = new ArrayList<>(entries);
        ranked.sort(WORST_FIRST.reversed());
        return ranked;
    }
}
