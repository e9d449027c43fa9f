package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolHit;
import dev.orrery.app.cli.SearchAnswer.Hit;
import dev.orrery.indexer.CodeIndex;
import java.util.List;

/** Declarations by name, best first; what is printed as their text is the qualified name. */
final class SymbolSearch {
    private SymbolSearch() {}

    static boolean run(CodeIndex index, String query, int limit, SearchAnswer answer) {
        CodeGraph graph = index.snapshot();
        List<SymbolHit> hits = index.symbols().find(query, limit, Cancellation.NEVER);
        add(graph, hits, answer);
        return hits.size() < limit;
    }

    static void add(CodeGraph graph, List<SymbolHit> hits, SearchAnswer answer) {
        for (SymbolHit hit : hits) {
            int symbol = graph.find(hit.key());
            if (symbol >= 0) {
                answer.add(new Hit(
                        hit.key().path(), graph.line(symbol), graph.column(symbol), graph.qualifiedName(symbol)));
            }
        }
    }
}
