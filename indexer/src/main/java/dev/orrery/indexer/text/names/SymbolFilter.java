package dev.orrery.indexer.text.names;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.TypedQuery;
import dev.orrery.indexer.scan.PathGlobs;
import java.util.List;
import java.util.Locale;

/**
 * Which symbols a query wants at all.
 *
 * @param kinds wanted kinds in lower case, {@code type} for all types; empty for any
 * @param languages wanted languages; empty for any
 * @param paths chooses files
 */
public record SymbolFilter(List<String> kinds, List<String> languages, PathGlobs paths) {

    public static SymbolFilter of(TypedQuery query) {
        return new SymbolFilter(query.kinds(), query.languages(), PathGlobs.of(query.paths()));
    }

    public boolean passes(CodeGraph graph, int symbol) {
        int file = graph.file(symbol);
        return (kinds.isEmpty() || hasKind(graph, symbol))
                && (languages.isEmpty()
                        || languages.contains(graph.language(file).id()))
                && paths.wants(graph.path(file));
    }

    private boolean hasKind(CodeGraph graph, int symbol) {
        var kind = graph.kind(symbol);
        return kind.isType() && kinds.contains("type")
                || kinds.contains(kind.name().toLowerCase(Locale.ROOT));
    }
}
