package dev.orrery.app.cli;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextQuery;
import dev.orrery.api.TextQuery.CaseRule;
import dev.orrery.api.TextQuery.Syntax;
import dev.orrery.indexer.CodeIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Fifty queries drawn from a repository itself: by one seed, so that the same content gives the same queries. Common words,
 * words as often as they are written, declared names, pieces of lines, regular expressions around drawn words, and what
 * stands nowhere.
 */
final class SearchWorkload {
    private static final long SEED = 20_260_101;
    private static final int SAMPLED_FILES = 200;
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{2,}");

    /** Patterns around one or two drawn words. */
    private static final List<BiFunction<String, String, String>> SHAPES = List.of(
            (a, b) -> "\\b" + a + "\\b",
            (a, b) -> a + "|" + b,
            (a, b) -> "(?i)" + a,
            (a, b) -> a + "\\w*\\(",
            (a, b) -> "\\w+" + capital(a) + "\\b",
            (a, b) -> "^\\s+\\w+ " + a,
            (a, b) -> a + ".{0,40}" + b,
            (a, b) -> "\\(" + a + ", \\w+\\)",
            (a, b) -> "\"[^\"]*" + a + "[^\"]*\"",
            (a, b) -> "[A-Z]{3,}_[A-Z]{3,}",
            (a, b) -> "\\b\\d{3,}\\b",
            (a, b) -> "(get|set|is)" + capital(a) + "\\(\\)");

    private final Random random = new Random(SEED);
    private final List<String> lines = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<Drawn> drawn = new ArrayList<>();

    private SearchWorkload() {}

    /** A query for all hits, and what it was drawn as. */
    record Drawn(TextQuery query, String kind) {}

    /** The queries; none where the repository holds no words. */
    static List<Drawn> draw(CodeIndex index) throws OrreryException {
        return new SearchWorkload().drawFrom(index);
    }

    private List<Drawn> drawFrom(CodeIndex index) throws OrreryException {
        CodeGraph graph = index.snapshot();
        for (int i = 0; i < SAMPLED_FILES && graph.fileCount() > 0; i++) {
            for (String line :
                    index.read(graph.path(random.nextInt(graph.fileCount()))).split("\\R")) {
                lines.add(line);
                WORD.matcher(line).results().forEach(word -> words.add(word.group()));
            }
        }
        if (words.isEmpty()) {
            return List.of();
        }
        frequent(5).forEach(word -> add(word, Syntax.LITERAL, "common"));
        repeat(10, () -> add(word(), Syntax.LITERAL, "word"));
        repeat(10, () -> add(graph.name(random.nextInt(graph.symbolCount())), Syntax.LITERAL, "identifier"));
        repeat(8, () -> add(piece(), Syntax.LITERAL, "piece"));
        SHAPES.forEach(shape -> add(shape.apply(word(), word()), Syntax.REGEX, "regex"));
        repeat(5, () -> add(new StringBuilder(word()).reverse() + "Zq", Syntax.LITERAL, "absent"));
        return drawn;
    }

    private static void repeat(int times, Runnable step) {
        for (int i = 0; i < times; i++) {
            step.run();
        }
    }

    private void add(String pattern, Syntax syntax, String kind) {
        if (!pattern.isEmpty()) {
            drawn.add(
                    new Drawn(new TextQuery(pattern, syntax, CaseRule.SENSITIVE, Integer.MAX_VALUE, List.of()), kind));
        }
    }

    private String word() {
        return words.get(random.nextInt(words.size()));
    }

    /** Eight to twenty-four characters of a line, as one would copy them. */
    private String piece() {
        for (int tries = 0; tries < 1000; tries++) {
            String line = lines.get(random.nextInt(lines.size())).strip();
            int length = 8 + random.nextInt(17);
            if (line.length() >= length) {
                int start = random.nextInt(line.length() - length + 1);
                return line.substring(start, start + length);
            }
        }
        return "";
    }

    private Set<String> frequent(int count) {
        Map<String, Integer> uses = new HashMap<>();
        words.forEach(word -> uses.merge(word, 1, Integer::sum));
        Set<String> frequent = new LinkedHashSet<>();
        uses.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(count)
                .forEach(entry -> frequent.add(entry.getKey()));
        return frequent;
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
