package dev.orrery.app.feature.explore;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.SymbolKind;
import dev.orrery.app.session.GraphView;
import dev.orrery.app.session.Place;
import dev.orrery.app.session.SymbolText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;

/**
 * A repository at a glance, for somebody who has just opened it.
 *
 * @param metrics its figures
 * @param languages its languages, that with the most lines first
 * @param central the types that most other files lean on, tests apart
 * @param longest the longest callables, tests apart
 */
record Overview(
        List<SymbolCard.Metric> metrics,
        List<Share> languages,
        List<SymbolCard.Related> central,
        List<SymbolCard.Related> longest) {
    static final Overview NONE = new Overview(List.of(), List.of(), List.of(), List.of());

    private static final int LISTED = 40;

    /**
     * A language's part.
     *
     * @param language its name
     * @param lines lines of its files
     * @param percent of all lines, rounded down
     */
    record Share(String language, long lines, int percent) {}

    /** Linear in the graph. */
    static Overview of(GraphView view, Cancellation cancellation) {
        CodeGraph graph = view.graph();
        if (graph.fileCount() == 0) {
            return NONE;
        }
        Map<String, Long> lines = new TreeMap<>();
        long all = 0;
        for (int file = 0; file < graph.fileCount(); file++) {
            lines.merge(graph.language(file).id(), (long) graph.lines(file), Long::sum);
            all += graph.lines(file);
        }
        cancellation.throwIfRequested();
        int types = 0;
        int tests = 0;
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            types += graph.kind(symbol).isType() ? 1 : 0;
            tests += graph.kind(symbol).isCallable() && graph.isTest(symbol) ? 1 : 0;
        }
        long[] leaning = leaning(graph);
        cancellation.throwIfRequested();
        long whole = Math.max(1, all);
        return new Overview(
                List.of(
                        new SymbolCard.Metric(graph.fileCount(), "app.overview.files"),
                        new SymbolCard.Metric((int) Math.min(Integer.MAX_VALUE, all), "app.metric.lines"),
                        new SymbolCard.Metric(types, "app.overview.types"),
                        new SymbolCard.Metric(tests, "app.overview.tests")),
                lines.entrySet().stream()
                        .sorted(Comparator.comparingLong((Map.Entry<String, Long> entry) -> -entry.getValue()))
                        .map(entry ->
                                new Share(entry.getKey(), entry.getValue(), (int) (100 * entry.getValue() / whole)))
                        .toList(),
                most(view, symbol -> graph.kind(symbol).isType() ? leaning[symbol] : 0, "app.overview.files.note"),
                most(
                        view,
                        symbol -> hasOwnLines(graph, symbol) ? graph.endLine(symbol) - graph.startLine(symbol) + 1 : 0,
                        "app.overview.lines.note"));
    }

    /** Initialisers and constructors that nobody wrote stand for their whole type, which is long for other reasons. */
    private static boolean hasOwnLines(CodeGraph graph, int symbol) {
        int parent = graph.parent(symbol);
        boolean whole = parent >= 0
                && graph.startLine(parent) == graph.startLine(symbol)
                && graph.endLine(parent) == graph.endLine(symbol);
        return graph.kind(symbol).isCallable() && graph.kind(symbol) != SymbolKind.INITIALIZER && !whole;
    }

    /** For each top-level type, how many other files call into it. */
    private static long[] leaning(CodeGraph graph) {
        long[] leaning = new long[graph.symbolCount()];
        int[] counted = new int[graph.symbolCount()];
        for (int call = 0; call < graph.callCount(); call++) {
            int callee = graph.callee(call);
            if (callee >= 0) {
                int file = graph.file(graph.caller(call));
                int type = outermost(graph, callee);
                if (graph.file(type) != file && !graph.isTestFile(file) && counted[type] != file + 1) {
                    counted[type] = file + 1;
                    leaning[type]++;
                }
            }
        }
        return leaning;
    }

    private static int outermost(CodeGraph graph, int symbol) {
        int outer = symbol;
        while (graph.parent(outer) >= 0) {
            outer = graph.parent(outer);
        }
        return outer;
    }

    private record Candidate(int symbol, long amount) {}

    private static List<SymbolCard.Related> most(GraphView view, IntToLongFunction amount, String noteKey) {
        CodeGraph graph = view.graph();
        Comparator<Candidate> order = Comparator.comparingLong(Candidate::amount)
                .thenComparing(Comparator.comparingInt(Candidate::symbol).reversed());
        PriorityQueue<Candidate> best = new PriorityQueue<>(order);
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            long worth = graph.isTest(symbol) ? 0 : amount.applyAsLong(symbol);
            if (worth > 0) {
                best.add(new Candidate(symbol, worth));
                if (best.size() > LISTED) {
                    best.poll();
                }
            }
        }
        List<Candidate> sorted = new ArrayList<>(best);
        sorted.sort(order.reversed());
        return sorted.stream().map(found -> row(view, found, noteKey)).toList();
    }

    private static SymbolCard.Related row(GraphView view, Candidate found, String noteKey) {
        CodeGraph graph = view.graph();
        int symbol = found.symbol();
        SymbolKey key = graph.key(symbol);
        int file = graph.file(symbol);
        return new SymbolCard.Related(
                key,
                SymbolText.label(graph, symbol),
                view.regionName(file),
                view.hue(file),
                noteKey,
                (int) found.amount(),
                new Place(graph.path(file), graph.line(symbol), graph.column(symbol)),
                "");
    }
}
