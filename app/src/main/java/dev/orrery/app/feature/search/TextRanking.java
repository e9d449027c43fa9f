package dev.orrery.app.feature.search;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.TextHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the files with text hits in order: whole words and declarations first, tests and unparsed files later. */
final class TextRanking {
    private TextRanking() {}

    /** The hits of one file, in the order of lines. */
    record FileHits(String path, List<TextHit> hits) {}

    static List<FileHits> rank(List<TextHit> hits, CodeGraph graph) {
        Map<String, List<TextHit>> byPath = new LinkedHashMap<>();
        hits.forEach(hit ->
                byPath.computeIfAbsent(hit.path(), path -> new ArrayList<>()).add(hit));
        Map<String, Integer> scores = new LinkedHashMap<>();
        byPath.forEach((path, its) -> scores.put(path, score(path, its, graph)));
        return byPath.entrySet().stream()
                .map(entry -> new FileHits(entry.getKey(), List.copyOf(entry.getValue())))
                .sorted(Comparator.comparingInt(file -> -scores.getOrDefault(file.path(), 0)))
                .toList();
    }

    private static int score(String path, List<TextHit> hits, CodeGraph graph) {
        int file = graph.findFile(path);
        int score = file < 0 ? -20 : graph.isTestFile(file) ? -10 : 0;
        int best = 0;
        for (TextHit hit : hits) {
            int words = isWord(hit) ? 20 : 0;
            int declared = file >= 0 && declares(graph, file, hit.line()) ? 15 : 0;
            best = Math.max(best, words + declared);
        }
        return score + best + Math.min(9, hits.size());
    }

    private static boolean isWord(TextHit hit) {
        String text = hit.text();
        boolean before = hit.start() == 0 || !Character.isJavaIdentifierPart(text.charAt(hit.start() - 1));
        boolean after = hit.end() >= text.length() || !Character.isJavaIdentifierPart(text.charAt(hit.end()));
        return before && after;
    }

    private static boolean declares(CodeGraph graph, int file, int line) {
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            if (graph.line(symbol) == line) {
                return true;
            }
        }
        return false;
    }
}
