package dev.orrery.indexer.text.names;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolFinder;
import dev.orrery.api.SymbolHit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the symbols of the newest graph by name. A query is what one remembers of the name, with an optional qualifier and
 * the filters {@code kind: lang: path:}, as in {@code kind:method path:core Writer.comit}. Better kinds of match come
 * first (see {@link NamePattern}); among equals types, much called and short ones, tests last.
 */
public final class NameFinder implements SymbolFinder {
    private static final int NAMES_BETWEEN_CHECKS = 4096;
    private static final int PARENT = 40;

    private final Supplier<CodeGraph> graphs;
    private volatile @Nullable NameTable newest;

    /** @param graphs gives the graph to search, the same object as long as nothing changed */
    public NameFinder(Supplier<CodeGraph> graphs) {
        this.graphs = graphs;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public List<SymbolHit> find(String query, int limit, Cancellation cancellation) {
        CodeGraph graph = graphs.get();
        NameTable table = newest;
        if (table == null || table.graph() != graph) {
            table = new NameTable(graph);
            newest = table;
        }
        NameQuery parsed = NameQuery.parse(query);
        Best best = new Best(limit);
        double most = NamePattern.STEP + (parsed.around().isEmpty() ? 0 : PARENT);
        for (int name = 0; name < table.nameCount(); name++) {
            if (name % NAMES_BETWEEN_CHECKS == 0) {
                cancellation.throwIfRequested();
            }
            int score = parsed.name().score(table.text(name), table.letters(name), best.floor() - most);
            if (score != NamePattern.NONE && best.hasRoomFor(score + most)) {
                addSymbols(parsed, table, name, score, best);
            }
        }
        List<SymbolHit> hits = new ArrayList<>();
        for (Best.Entry entry : best.ranked()) {
            hits.add(new SymbolHit(graph.key(entry.number()), graph.line(entry.number()), entry.score()));
        }
        return hits;
    }

    private static void addSymbols(NameQuery query, NameTable table, int name, int score, Best best) {
        for (int index = table.firstSymbol(name); index < table.endSymbol(name); index++) {
            int symbol = table.symbol(index);
            double total = score + table.weight(symbol) + ofParent(query, table.graph(), symbol);
            if (best.hasRoomFor(total) && passes(query, table.graph(), symbol)) {
                best.add(symbol, total);
            }
        }
    }

    /** In {@code Map.put} the type named Map is meant rather than one around it. */
    private static double ofParent(NameQuery query, CodeGraph graph, int symbol) {
        int parent = graph.parent(symbol);
        if (query.around().isEmpty() || parent < 0) {
            return 0;
        }
        String wanted = query.around().getLast();
        String name = graph.name(parent).toLowerCase(Locale.ROOT);
        return name.equals(wanted) ? PARENT : name.contains(wanted) ? PARENT / 2.0 : 0;
    }

    private static boolean passes(NameQuery query, CodeGraph graph, int symbol) {
        if (!query.filter().passes(graph, symbol)) {
            return false;
        }
        if (query.around().isEmpty()) {
            return true;
        }
        String path = graph.path(symbol, ".");
        String around =
                path.substring(0, path.length() - graph.name(symbol).length()).toLowerCase(Locale.ROOT);
        return query.around().stream().allMatch(around::contains);
    }
}
