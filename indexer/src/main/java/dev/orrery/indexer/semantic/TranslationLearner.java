package dev.orrery.indexer.semantic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Learns from documented declarations which word describes which term of code: model 1 of Brown, Della Pietra, Della Pietra
 * and Mercer, "The Mathematics of Statistical Machine Translation" (1993), by expectation maximisation. A word of the
 * documentation is described by nothing in particular or by one term, whose prior is the term's weight. One thread.
 */
final class TranslationLearner {
    private static final float NOTHING = 0.25f;
    /** Occurrences that go to no word, so that terms seen seldom are sure of nothing. */
    static final float SHRINKING = 1;

    private final List<int[]> words = new ArrayList<>();
    private final List<TermBag> codes = new ArrayList<>();
    private int largest;

    /**
     * @param description distinct terms of what a person wrote about the code
     * @param code the code's terms, weights adding up to 1
     */
    void add(int[] description, TermBag code) {
        words.add(description);
        codes.add(code);
        for (int word : description) {
            largest = Math.max(largest, word);
        }
        if (code.size() > 0) {
            largest = Math.max(largest, code.terms()[code.size() - 1]);
        }
    }

    int size() {
        return words.size();
    }

    TranslationCounts learn(int rounds) {
        PairCounts pairs = new PairCounts();
        boolean[] frequent = frequentWords();
        boolean[] frequentTerms = frequentTerms();
        float[] nothing = new float[largest + 1];
        Arrays.fill(nothing, 1f / (largest + 1));
        float[] totals = new float[largest + 1];
        for (int round = 0; round < rounds; round++) {
            boolean isFirst = round == 0;
            float uniform = 1f / (largest + 1);
            float[] nextNothing = new float[largest + 1];
            for (int pair = 0; pair < words.size(); pair++) {
                TermBag code = codes.get(pair);
                int[] slots = new int[code.size()];
                pairs.reserve(words.get(pair).length * code.size());
                for (int word : words.get(pair)) {
                    if (!frequent[word]) {
                        continue;
                    }
                    float none = nothing[word] * NOTHING;
                    float sum = none;
                    for (int i = 0; i < slots.length; i++) {
                        int term = code.terms()[i];
                        if (frequentTerms[term]) {
                            slots[i] = pairs.slot(term, word);
                            float known = isFirst ? uniform : pairs.probability(slots[i]);
                            sum += known * code.weights()[i] * (1 - NOTHING);
                        }
                    }
                    nextNothing[word] += none / sum;
                    for (int i = 0; i < slots.length; i++) {
                        if (frequentTerms[code.terms()[i]]) {
                            float known = isFirst ? uniform : pairs.probability(slots[i]);
                            pairs.count(slots[i], known * code.weights()[i] * (1 - NOTHING) / sum);
                        }
                    }
                }
            }
            totals = pairs.endRound(largest + 1);
            float all = SHRINKING;
            for (float count : nextNothing) {
                all += count;
            }
            for (int word = 0; word <= largest; word++) {
                nothing[word] = nextNothing[word] / all;
            }
        }
        return pairs.result(totals);
    }

    private boolean[] frequentWords() {
        int[] seen = new int[largest + 1];
        words.forEach(all -> {
            for (int word : all) {
                seen[word]++;
            }
        });
        return atLeastTwo(seen);
    }

    private boolean[] frequentTerms() {
        int[] seen = new int[largest + 1];
        codes.forEach(code -> {
            for (int term : code.terms()) {
                seen[term]++;
            }
        });
        return atLeastTwo(seen);
    }

    private static boolean[] atLeastTwo(int[] seen) {
        boolean[] frequent = new boolean[seen.length];
        for (int i = 0; i < seen.length; i++) {
            frequent[i] = seen[i] >= 2;
        }
        return frequent;
    }
}
