package dev.orrery.indexer.semantic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Counts of the terms that have any, numbered anew in the order of their stems. */
final class KeptTerms {
    private KeptTerms() {}

    static TranslationCounts of(TranslationCounts counts, Terms terms, Terms kept) {
        boolean[] used = new boolean[terms.size()];
        for (int term = 0; term < used.length; term++) {
            TermBag words = counts.words(term);
            for (int i = 0; i < words.size(); i++) {
                if (words.weights()[i] >= TranslationCounts.SMALLEST) {
                    used[term] = true;
                    used[words.terms()[i]] = true;
                }
            }
        }
        int[] old = IntStream.range(0, used.length)
                .filter(term -> used[term])
                .boxed()
                .sorted(Comparator.comparing(terms::stem))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] renumbered = new int[used.length];
        Arrays.fill(renumbered, -1);
        for (int term : old) {
            renumbered[term] = kept.number(terms.stem(term));
        }
        List<TermBag> bags = new ArrayList<>();
        float[] totals = new float[old.length];
        for (int i = 0; i < old.length; i++) {
            TermBag words = counts.words(old[i]);
            TermCounts moved = new TermCounts();
            for (int k = 0; k < words.size(); k++) {
                if (renumbered[words.terms()[k]] >= 0) {
                    moved.add(renumbered[words.terms()[k]], words.weights()[k]);
                }
            }
            bags.add(moved.toBag(1));
            totals[i] = counts.total(old[i]);
        }
        return new TranslationCounts() {
            @Override
            public TermBag words(int term) {
                return bags.get(term);
            }

            @Override
            public float total(int term) {
                return totals[term];
            }
        };
    }
}
