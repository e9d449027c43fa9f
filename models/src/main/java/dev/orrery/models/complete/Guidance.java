package dev.orrery.models.complete;

import dev.orrery.models.ngram.Candidate;
import dev.orrery.models.ngram.Lexer;
import dev.orrery.models.ngram.Line;
import dev.orrery.models.ngram.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Lets the types have a say in whole lines: what the language model gives to a line's first word is replaced by what the ranking gives to it, and the
 * words that the ranking puts first are continued where the model had not thought of them (pure but for whom it asks).
 */
final class Guidance {
    private static final int CONTINUED = 2;
    /** No word that is less likely is continued. */
    private static final double LEAST = 0.05;

    private static final int RICH = 2;

    private final String begun;
    private final boolean isFresh;
    private final Map<String, Double> expected = new HashMap<>();
    private final Map<String, Double> ranked = new HashMap<>();

    /**
     * @param begun the part of the word that was typed
     * @param isFresh whether nothing stands before the caret on its line
     * @param words what the language model expects
     * @param items what the ranking makes of it
     */
    Guidance(String begun, boolean isFresh, List<Candidate> words, List<Item> items) {
        this.begun = begun;
        this.isFresh = isFresh;
        words.forEach(word -> expected.put(word.token(), word.probability()));
        items.forEach(item -> ranked.put(item.text(), item.probability()));
    }

    /**
     * The likeliest lines, best first; on a fresh line those that spare some typing before all others.
     *
     * @param lines what the language model proposes
     * @param items what the ranking puts first
     * @param goOn the lines that go on behind a text that is put at the caret
     */
    List<Line> guided(List<Line> lines, List<Item> items, Function<String, List<Line>> goOn) {
        List<Line> all = new ArrayList<>();
        Set<String> firsts = new HashSet<>();
        for (Line line : lines) {
            String first = first(line);
            firsts.add(first);
            all.add(new Line(line.pieces(), line.probability() * factor(first)));
        }
        items.stream()
                .limit(CONTINUED)
                .filter(item -> item.probability() > LEAST
                        && item.text().length() > begun.length()
                        && item.text().startsWith(begun)
                        && !firsts.contains(item.text()))
                .forEach(item -> {
                    String rest = item.text().substring(begun.length());
                    for (Line line : goOn.apply(rest)) {
                        List<String> pieces = new ArrayList<>();
                        pieces.add(rest + gap(line.text()));
                        pieces.addAll(line.pieces());
                        all.add(new Line(pieces, item.probability() * line.probability()));
                    }
                });
        all.sort(Comparator.comparing((Line line) -> isFresh && !isRich(line))
                .thenComparing(Comparator.comparingDouble(Line::probability).reversed()));
        return all;
    }

    private String first(Line line) {
        String text = begun + line.text().stripLeading();
        int end = 0;
        while (end < text.length() && Position.isWord(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    /** What stands between a word and what follows it, where the model does not say. */
    private static String gap(String next) {
        boolean close = next.isEmpty()
                || "(.,);[]<>".indexOf(next.charAt(0)) >= 0
                || next.startsWith("::")
                || next.startsWith("++")
                || next.startsWith("--");
        return close || Character.isWhitespace(next.charAt(0)) ? "" : " ";
    }

    private double factor(String word) {
        Double model = expected.get(word);
        Double mixed = ranked.get(word);
        return model == null || mixed == null || model <= 0 ? 1 : mixed / model;
    }

    private boolean isRich(Line line) {
        Tokens tokens = Lexer.lex("", begun + line.text());
        int names = 0;
        for (int at = 0; at < tokens.size(); at++) {
            String token = tokens.token(at);
            names += Character.isUnicodeIdentifierStart(token.charAt(0)) && !Lexer.isKeyword(token) ? 1 : 0;
        }
        return names >= RICH;
    }
}
