package dev.orrery.app.feature.explore;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Resolution;
import dev.orrery.app.session.GraphView;
import dev.orrery.app.session.Place;
import dev.orrery.app.session.SymbolText;
import dev.orrery.indexer.link.impact.Impact;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the inspector's card of a symbol. A type's card speaks for its members too. Pure; safe from any thread. */
final class SymbolCards {
    private final GraphView view;
    private final CodeGraph graph;
    private final int symbol;
    private final List<Integer> own;
    private final BitSet inside = new BitSet();

    private SymbolCards(GraphView view, int symbol) {
        this.view = view;
        this.graph = view.graph();
        this.symbol = symbol;
        this.own = family(graph, symbol);
        own.forEach(inside::set);
    }

    static SymbolCard of(GraphView view, int symbol, Cancellation cancellation) {
        return new SymbolCards(view, symbol).card(cancellation);
    }

    private static List<Integer> family(CodeGraph graph, int symbol) {
        List<Integer> family = new ArrayList<>(List.of(symbol));
        if (graph.kind(symbol).isType()) {
            BitSet in = new BitSet();
            in.set(symbol);
            for (int member = symbol + 1; member < graph.endSymbol(graph.file(symbol)); member++) {
                if (graph.parent(member) >= 0 && in.get(graph.parent(member))) {
                    in.set(member);
                    family.add(member);
                }
            }
        }
        return family;
    }

    private SymbolCard card(Cancellation cancellation) {
        List<SymbolCard.Related> callers = callers();
        List<SymbolCard.Related> callees = callees();
        Impact impact = Impact.of(graph, List.of(symbol), cancellation);
        int reached = impact.reached().length;
        List<SymbolCard.Metric> metrics = List.of(
                new SymbolCard.Metric(callers.size(), "app.metric.callers"),
                new SymbolCard.Metric(callees.size(), "app.metric.callees"),
                new SymbolCard.Metric(graph.endLine(symbol) - graph.startLine(symbol) + 1, "app.metric.lines"),
                new SymbolCard.Metric(reached - impact.tests(), "app.metric.reached"),
                new SymbolCard.Metric(impact.tests(), "app.metric.tests"),
                graph.kind(symbol).isType()
                        ? new SymbolCard.Metric(own.size() - 1, "app.metric.members")
                        : new SymbolCard.Metric(graph.overriders(symbol).length, "app.metric.overriders"));
        return new SymbolCard(
                graph.key(symbol),
                SymbolText.label(graph, symbol) + SymbolText.distinction(graph, symbol),
                graph.kind(symbol),
                SymbolText.modifiers(graph.modifiers(symbol)),
                new Place(graph.path(graph.file(symbol)), graph.line(symbol), graph.column(symbol)),
                metrics,
                callers,
                callees,
                ImpactRows.of(view, impact),
                graph.endLine(symbol));
    }

    private List<SymbolCard.Related> callers() {
        List<SymbolCard.Related> code = new ArrayList<>();
        List<SymbolCard.Related> tests = new ArrayList<>();
        BitSet seen = new BitSet();
        for (int member : own) {
            for (int i = 0; i < graph.incomingCount(member); i++) {
                int call = graph.incoming(member, i);
                int caller = graph.caller(call);
                if (!inside.get(caller) && !seen.get(caller)) {
                    seen.set(caller);
                    (graph.isTest(caller) ? tests : code).add(related(caller, call, callerNote(caller, call), 0));
                }
            }
        }
        code.addAll(tests);
        return code;
    }

    private String callerNote(int caller, int call) {
        return graph.isTest(caller) ? "app.note.test" : resolutionNote(call);
    }

    private String resolutionNote(int call) {
        return switch (graph.resolution(call)) {
            case INFERRED -> "app.note.inferred";
            case AMBIGUOUS -> "app.note.ambiguous";
            case EXACT, EXTERNAL -> "";
        };
    }

    private List<SymbolCard.Related> callees() {
        List<SymbolCard.Related> callees = new ArrayList<>();
        List<SymbolCard.Related> external = new ArrayList<>();
        BitSet seen = new BitSet();
        Set<String> names = new HashSet<>();
        for (int member : own) {
            for (int call = graph.firstCall(member); call < graph.endCall(member); call++) {
                int callee = graph.callee(call);
                if (callee < 0) {
                    if (names.add(graph.calleeName(call))) {
                        external.add(outside(member, call));
                    }
                } else if (!inside.get(callee) && !seen.get(callee)) {
                    seen.set(callee);
                    int overriders = graph.isVirtual(call) ? graph.overriders(callee).length : 0;
                    String note = graph.resolution(call) == Resolution.EXACT && overriders > 0
                            ? "app.note.overriders"
                            : resolutionNote(call);
                    callees.add(related(callee, call, note, overriders));
                }
            }
        }
        callees.addAll(external);
        return callees;
    }

    private SymbolCard.Related related(int other, int call, String noteKey, int noteCount) {
        int file = graph.file(other);
        return new SymbolCard.Related(
                graph.key(other),
                SymbolText.label(graph, other) + SymbolText.distinction(graph, other),
                view.regionName(file),
                view.hue(file),
                noteKey,
                noteCount,
                callPlace(graph.caller(call), call),
                "");
    }

    private SymbolCard.Related outside(int caller, int call) {
        String[] parts = graph.calleeName(call).split("\\(", 2)[0].split("\\.");
        int last = parts.length - 1;
        String label = last == 0 ? parts[0] : parts[last - 1] + "." + parts[last];
        return new SymbolCard.Related(
                null, label, "", GraphView.NO_HUE, "app.note.external", 0, callPlace(caller, call), "");
    }

    private Place callPlace(int caller, int call) {
        return new Place(graph.path(graph.file(caller)), graph.callLine(call), graph.callColumn(call));
    }
}
