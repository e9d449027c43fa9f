package dev.orrery.models.safety;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds text that speaks to a model instead of to people or compilers (indirect prompt injection, Greshake et al. 2023): signs that no
 * honest file has, and sentences that a small classifier knows, also where they are hidden in base 64 or escapes. Time is linear in the
 * text. Immutable.
 */
final class InjectionScanner {
    /**
     * Where a text speaks to a model.
     *
     * @param start offset of its first UTF-16 unit
     * @param end offset behind its last
     */
    record Hit(InjectionSign sign, int start, int end) {}

    private final InjectionModel model;

    InjectionScanner(InjectionModel model) {
        this.model = model;
    }

    static InjectionScanner load() {
        return new InjectionScanner(InjectionModel.load());
    }

    /** Hits by their starts; they may overlap. */
    List<Hit> scan(String text) {
        List<Hit> hits = new ArrayList<>(InjectionSign.find(text));
        sentences(text, hits);
        for (ConcealedText concealed : ConcealedText.find(text)) {
            List<Hit> within = new ArrayList<>();
            sentences(concealed.text(), within);
            if (!within.isEmpty()) {
                hits.add(new Hit(InjectionSign.CONCEALED, concealed.start(), concealed.end()));
            }
        }
        hits.sort((one, other) -> Integer.compare(one.start(), other.start()));
        return hits;
    }

    /** How much the worst window of a text speaks to a model; only comparable with the model's threshold. */
    int worst(String text) {
        int worst = Integer.MIN_VALUE;
        int window = 0;
        int[] scores = model.scores(new Words(text));
        for (int word = 0; word < scores.length; word++) {
            window += scores[word] - (word >= InjectionModel.WINDOW ? scores[word - InjectionModel.WINDOW] : 0);
            worst = Math.max(worst, window);
        }
        return worst;
    }

    private void sentences(String text, List<Hit> hits) {
        Words words = new Words(text);
        int[] scores = model.scores(words);
        int window = 0;
        int first = -1;
        int last = -1;
        for (int word = 0; word < scores.length; word++) {
            int gone = word - InjectionModel.WINDOW;
            window += scores[word] - (gone >= 0 ? scores[gone] : 0);
            if (window <= model.threshold()) {
                continue;
            }
            if (first >= 0 && gone >= last) {
                add(words, scores, first, last, hits);
                first = -1;
            }
            first = first < 0 ? Math.max(0, gone + 1) : first;
            last = word;
        }
        if (first >= 0) {
            add(words, scores, first, last, hits);
        }
    }

    /** The words from the first to the last that speak for it. */
    private static void add(Words words, int[] scores, int first, int last, List<Hit> hits) {
        int from = first;
        int to = last;
        while (from < to && scores[from] <= 0) {
            from++;
        }
        while (to > from && scores[to] <= 0) {
            to--;
        }
        hits.add(new Hit(InjectionSign.SENTENCE, words.starts[from], words.ends[to]));
    }
}
