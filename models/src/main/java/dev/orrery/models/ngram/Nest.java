package dev.orrery.models.ngram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What is known at one caret: the counts of the project, of the folder and of the file, one nested in the other. The inner one
 * counts the more the longer the context that it knows (Hellendoorn and Devanbu, "Are deep neural networks the best choice for modeling
 * source code?", ESEC/FSE 2017, section 4). Not safe for threads.
 */
final class Nest {
    private static final int PREFIXED = 256;

    private final Words words;
    private final Level[] levels;
    private final Tally[] parts;
    private final Tally mixed = new Tally();

    /**
     * @param words numbers of the tokens
     * @param levels from the outermost in
     */
    Nest(Words words, Level... levels) {
        this.words = words;
        this.levels = levels;
        this.parts = new Tally[levels.length];
        Arrays.setAll(parts, level -> new Tally());
    }

    /** A token that may come next, by its number. */
    record Next(int token, double probability, Gap gap) {}

    /** The likeliest tokens behind {@code history[..end)}, best first. */
    List<Next> next(int[] history, int end, Level.Mode mode, int count) {
        predict(history, end, mode);
        return best("", count);
    }

    /** The likeliest of those that begin with a text; their probabilities are among these alone. */
    List<Next> next(int[] history, int end, String prefix, int count) {
        predict(history, end, Level.Mode.TOKENS);
        for (int token : words.startingWith(prefix, PREFIXED)) {
            mixed.add(token, Double.MIN_NORMAL, 0);
        }
        return best(prefix, count);
    }

    private void predict(int[] history, int end, Level.Mode mode) {
        double[] shares = new double[levels.length];
        double trusted = 0;
        for (int level = 0; level < levels.length; level++) {
            parts[level].clear();
            double trust = levels[level].predict(history, end, mode, parts[level]);
            if (trust > 0) {
                for (int outer = 0; outer < level; outer++) {
                    shares[outer] *= trusted / (trusted + trust);
                }
                shares[level] = trust / (trusted + trust);
                trusted = Math.max(trusted, trust);
            }
        }
        mixed.clear();
        for (int level = 0; level < levels.length; level++) {
            mixed.add(parts[level], shares[level]);
        }
    }

    private List<Next> best(String prefix, int count) {
        List<Next> fitting = new ArrayList<>();
        double sum = 0;
        for (int row = 0; row < mixed.size(); row++) {
            int token = mixed.token(row);
            boolean shown = token >= Vocabulary.FIRST || token == Vocabulary.LINE_END;
            if (shown && (prefix.isEmpty() || words.word(token).startsWith(prefix))) {
                fitting.add(new Next(token, mixed.sum(row), mixed.isSpaced(row) ? Gap.SPACE : Gap.NONE));
                sum += mixed.sum(row);
            }
        }
        double whole = prefix.isEmpty() ? 1 : sum;
        return fitting.stream()
                .sorted(Comparator.comparingDouble(Next::probability)
                        .reversed()
                        .thenComparing(next -> words.word(next.token())))
                .limit(count)
                .map(next -> new Next(next.token(), next.probability() / whole, next.gap()))
                .toList();
    }
}
