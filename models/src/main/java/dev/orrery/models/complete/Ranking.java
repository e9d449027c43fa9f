package dev.orrery.models.complete;

import dev.orrery.api.Scope;
import dev.orrery.api.ScopeName;
import dev.orrery.models.complete.RankingWeights.Sign;
import dev.orrery.models.ngram.Candidate;
import dev.orrery.models.ngram.Lexer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One order of what the language model expects and what the types allow: a log-linear mix of {@link Sign}s. The words share among them what the
 * language model leaves to words (pure).
 */
final class Ranking {
    private static final double LEAST = 1e-6;

    private final List<Word> words = new ArrayList<>();
    private final Scope scope;
    private double share = 1;

    /** A word and the signs that speak for it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Word(String text, Optional<ScopeName> name, double[] signs) {}

    /**
     * @param expected what the language model expects
     * @param begun the part of the word that was typed
     */
    Ranking(List<Candidate> expected, Scope scope, String begun) {
        this.scope = scope;
        Map<String, ScopeName> names = new HashMap<>();
        Map<String, Double> chances = new LinkedHashMap<>();
        for (ScopeName name : scope.names()) {
            names.putIfAbsent(name.name(), name);
        }
        for (Candidate candidate : expected) {
            if (isWord(candidate.token())) {
                chances.put(candidate.token(), candidate.probability());
            } else {
                share = Math.max(LEAST, share - candidate.probability());
            }
        }
        chances.forEach((word, chance) -> add(word, Optional.ofNullable(names.get(word)), chance));
        names.forEach((word, name) -> {
            if (word.startsWith(begun) && !chances.containsKey(word)) {
                add(word, Optional.of(name), 0);
            }
        });
    }

    /** The words that may stand at the caret, best first. */
    static List<Item> rank(List<Candidate> expected, Scope scope, String begun, int count) {
        Ranking ranking = new Ranking(expected, scope, begun);
        double[] chances = ranking.chances(RankingWeights.fitted());
        List<Item> items = new ArrayList<>();
        for (int at = 0; at < chances.length; at++) {
            Word word = ranking.words.get(at);
            items.add(new Item(word.text(), word.name(), ranking.share * chances[at]));
        }
        items.sort(Comparator.comparingDouble(Item::probability).reversed().thenComparing(Item::text));
        return List.copyOf(items.subList(0, Math.min(count, items.size())));
    }

    List<Word> words() {
        return words;
    }

    /** How probable each word is, of all that are looked at. */
    double[] chances(RankingWeights weights) {
        double[] chances = new double[words.size()];
        int first = RankingWeights.first(scope.place());
        double best = Double.NEGATIVE_INFINITY;
        for (int at = 0; at < chances.length; at++) {
            double[] signs = words.get(at).signs();
            for (int sign = 0; sign < signs.length; sign++) {
                chances[at] += signs[sign] * weights.values()[first + sign];
            }
            best = Math.max(best, chances[at]);
        }
        double sum = 0;
        for (int at = 0; at < chances.length; at++) {
            chances[at] = Math.exp(chances[at] - best);
            sum += chances[at];
        }
        for (int at = 0; at < chances.length; at++) {
            chances[at] /= sum;
        }
        return chances;
    }

    private void add(String text, Optional<ScopeName> name, double chance) {
        double[] signs = new double[Sign.values().length];
        signs[Sign.EXPECTED.ordinal()] = Math.log(Math.max(chance, LEAST));
        signs[Sign.UNEXPECTED.ordinal()] = chance == 0 ? 1 : 0;
        if (name.isPresent()) {
            named(name.get(), signs);
        } else if (Lexer.isKeyword(text)) {
            signs[Sign.KEYWORD.ordinal()] = 1;
        } else {
            signs[(scope.isComplete() ? Sign.OUTSIDE : Sign.UNKNOWN).ordinal()] = 1;
        }
        words.add(new Word(text, name, signs));
    }

    private static void named(ScopeName name, double[] signs) {
        Sign kind =
                switch (name.kind()) {
                    case LOCAL -> Sign.LOCAL;
                    case PARAMETER -> Sign.PARAMETER;
                    case FIELD -> Sign.FIELD;
                    case METHOD -> Sign.METHOD;
                    case CONSTRUCTOR -> Sign.CONSTRUCTOR;
                    case TYPE -> Sign.TYPE;
                    case PACKAGE -> Sign.PACKAGE;
                };
        signs[kind.ordinal()] = 1;
        signs[Sign.DISTANCE.ordinal()] = Math.log1p(name.distance());
        signs[Sign.FITS.ordinal()] = name.fit() == ScopeName.Fit.FITS ? 1 : 0;
        signs[Sign.CLASHES.ordinal()] = name.fit() == ScopeName.Fit.CLASHES ? 1 : 0;
        signs[Sign.IMPORT.ordinal()] = name.importName().isEmpty() ? 0 : 1;
    }

    private static boolean isWord(String token) {
        return !token.isEmpty() && Position.isWord(token.charAt(0));
    }
}
