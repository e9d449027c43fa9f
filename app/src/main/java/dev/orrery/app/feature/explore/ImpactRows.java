package dev.orrery.app.feature.explore;

import dev.orrery.api.CodeGraph;
import dev.orrery.app.session.GraphView;
import dev.orrery.app.session.Place;
import dev.orrery.app.session.SymbolText;
import dev.orrery.indexer.link.impact.Certainty;
import dev.orrery.indexer.link.impact.Impact;
import java.util.ArrayList;
import java.util.List;

/** Who is reached by a change, as the inspector lists it: nearest first, each with the way. Pure; safe from any thread. */
final class ImpactRows {
    private static final int MOST = 1000;

    private ImpactRows() {}

    static List<SymbolCard.Related> of(GraphView view, Impact impact) {
        CodeGraph graph = view.graph();
        List<SymbolCard.Related> rows = new ArrayList<>();
        for (int symbol : impact.reached()) {
            if (rows.size() == MOST) {
                return rows;
            }
            int file = graph.file(symbol);
            rows.add(new SymbolCard.Related(
                    graph.key(symbol),
                    label(graph, symbol),
                    view.regionName(file),
                    view.hue(file),
                    note(impact, symbol),
                    impact.distance(symbol),
                    new Place(graph.path(file), graph.line(symbol), graph.column(symbol)),
                    way(impact, symbol)));
        }
        return rows;
    }

    private static String note(Impact impact, int symbol) {
        if (impact.graph().isTest(symbol)) {
            return "app.note.reached.test";
        }
        return impact.certainty(symbol) == Certainty.EXACT ? "app.note.reached" : "app.note.reached.perhaps";
    }

    private static String way(Impact impact, int symbol) {
        StringBuilder way = new StringBuilder(label(impact.graph(), symbol));
        for (Impact.Step step : impact.path(symbol)) {
            way.append("\n\u2192 ").append(label(impact.graph(), step.on()));
        }
        return way.toString();
    }

    private static String label(CodeGraph graph, int symbol) {
        return SymbolText.label(graph, symbol) + SymbolText.distinction(graph, symbol);
    }
}
