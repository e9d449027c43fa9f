package dev.orrery.indexer.context;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.ContextPiece;
import dev.orrery.api.Modifiers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Lists declarations that can be named at the caret but have no piece of their own: a line each, its origin in front as in
 * {@code path:line: head}. What the document's first lines import, and the types beside it in its package or folder.
 */
final class Listings {
    private static final int MOST_READ = 24;

    private final Caret caret;
    private final Plan plan;
    private final SourceLines source;
    private final CodeGraph graph;

    Listings(Caret caret, Plan plan, SourceLines source) {
        this.caret = caret;
        this.plan = plan;
        this.source = source;
        this.graph = caret.graph();
    }

    /** What is imported, most worth first. */
    String imported(Set<Integer> shown, int tokens) {
        List<Integer> symbols = new ArrayList<>(plan.imported());
        symbols.removeIf(symbol -> graph.file(symbol) == caret.file() || shown.contains(symbol));
        symbols.sort(
                Comparator.comparingDouble((Integer symbol) -> -plan.scores().scoreOf(symbol))
                        .thenComparing(symbol -> symbol));
        return list(symbols, tokens);
    }

    /** The types of the same package, those first that are much used and whose names share words with names near the caret. */
    String neighbours(Set<Integer> shown, int tokens) {
        if (caret.file() < 0) {
            return "";
        }
        record Ranked(int symbol, double rank) {}
        List<Ranked> ranked = new ArrayList<>();
        for (int type : plan.names().beside(caret.file())) {
            if (graph.file(type) != caret.file() && !shown.contains(type) && !graph.isTest(type)) {
                ranked.add(new Ranked(type, rank(type)));
            }
        }
        ranked.sort(Comparator.comparingDouble(Ranked::rank).reversed().thenComparing(Ranked::symbol));
        return list(ranked.stream().map(Ranked::symbol).toList(), tokens);
    }

    private double rank(int type) {
        boolean visible = Modifiers.has(graph.modifiers(type), Modifiers.PUBLIC);
        return 2 * plan.scores().scoreOf(type)
                + 0.25 * Math.log1p(plan.names().uses(type))
                + plan.likeness(graph.name(type))
                + (visible ? 0.1 : 0);
    }

    private String list(List<Integer> symbols, int tokens) {
        StringBuilder text = new StringBuilder();
        int left = tokens;
        int read = 0;
        for (int symbol : symbols) {
            String path = graph.path(graph.file(symbol));
            if (left < 16 || read++ == MOST_READ) {
                break;
            }
            String[] lines = source.of(path);
            int line = graph.line(symbol);
            if (line <= lines.length && lines[line - 1].contains(graph.name(symbol))) {
                String entry = path + ":" + line + ": " + Signatures.at(lines, line) + "\n";
                int cost = ContextPiece.tokens(entry) + 1;
                if (cost <= left) {
                    left -= cost;
                    text.append(entry);
                }
            }
        }
        return text.toString().stripTrailing();
    }
}
