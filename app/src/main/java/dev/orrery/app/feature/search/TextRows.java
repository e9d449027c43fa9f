package dev.orrery.app.feature.search;

import dev.orrery.api.TextHit;
import dev.orrery.app.feature.search.ResultRow.Completeness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Text hits as rows: by file, the files in the order of their best hits, a file's hits line by line. */
final class TextRows {
    private TextRows() {}

    /**
     * The rows of a group.
     *
     * @param hits the best first
     * @param before files that are listed already and keep their places
     */
    static List<ResultRow> of(SearchScope scope, List<TextHit> hits, List<String> before, Completeness completeness) {
        Map<String, List<TextHit>> byFile = new LinkedHashMap<>();
        before.forEach(path -> byFile.put(path, new ArrayList<>()));
        hits.forEach(hit ->
                byFile.computeIfAbsent(hit.path(), path -> new ArrayList<>()).add(hit));
        byFile.values().removeIf(List::isEmpty);
        List<ResultRow> rows = new ArrayList<>();
        if (!hits.isEmpty()) {
            rows.add(new ResultRow.Head(scope, hits.size(), byFile.size(), completeness));
        }
        byFile.forEach((path, its) -> {
            rows.add(new ResultRow.InFile(path, its.size()));
            byLine(its).forEach(line -> rows.add(new ResultRow.Hit(new SearchResult.Text(line))));
        });
        return rows;
    }

    private static Iterable<List<TextHit>> byLine(List<TextHit> hits) {
        Map<Integer, List<TextHit>> lines = new TreeMap<>();
        hits.forEach(hit ->
                lines.computeIfAbsent(hit.line(), line -> new ArrayList<>()).add(hit));
        lines.values().forEach(line -> line.sort(Comparator.comparingInt(TextHit::start)));
        return lines.values();
    }

    /** The files of rows, in their order. */
    static List<String> files(List<ResultRow> rows) {
        return rows.stream()
                .filter(ResultRow.InFile.class::isInstance)
                .map(row -> ((ResultRow.InFile) row).path())
                .toList();
    }
}
