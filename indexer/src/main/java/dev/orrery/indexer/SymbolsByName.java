package dev.orrery.indexer;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolFinder;
import dev.orrery.api.SymbolHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Finds declarations whose names hold the query: the name itself first, then beginnings, then parts. */
final class SymbolsByName {
    private SymbolsByName() {}

    static SymbolFinder of(Supplier<CodeGraph> graphs) {
        return (query, limit, cancellation) -> {
            CodeGraph graph = graphs.get();
            String wanted = query.toLowerCase(Locale.ROOT);
            record Found(int symbol, double score) {}
            List<Found> found = new ArrayList<>();
            for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
                double score = score(graph.name(symbol), query, wanted);
                if (score > 0) {
                    found.add(new Found(symbol, score));
                }
            }
            return found.stream()
                    .sorted(Comparator.comparingDouble(Found::score).reversed())
                    .limit(limit)
                    .map(hit -> new SymbolHit(graph.key(hit.symbol()), graph.line(hit.symbol()), hit.score()))
                    .toList();
        };
    }

    private static double score(String name, String query, String lowerCase) {
        if (name.equals(query)) {
            return 1;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(lowerCase);
        return at < 0 ? 0 : (at == 0 ? 0.5 : 0.25) + 0.25 * query.length() / name.length();
    }
}
