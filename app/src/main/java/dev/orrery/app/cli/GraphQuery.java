package dev.orrery.app.cli;

import dev.orrery.api.CodeGraph;
import dev.orrery.indexer.history.FileHistory;
import dev.orrery.indexer.link.impact.Cycles;
import dev.orrery.indexer.link.impact.DeadCode;
import dev.orrery.indexer.link.impact.HotSpot;
import java.util.List;
import java.util.Locale;

/** Prints what a question about the graph finds, one finding a line, fields separated by tabs; answers how many there are. */
@FunctionalInterface
interface GraphQuery {
    int MOST_HOT_SPOTS = 100;

    /** @param history empty without git */
    int write(CodeGraph graph, FileHistory history, Output out);

    /** {@code level}, number of members, the members. */
    static int cycles(CodeGraph graph, FileHistory history, Output out) {
        int count = 0;
        for (Cycles.Level level : Cycles.Level.values()) {
            for (List<String> cycle : Cycles.of(graph, level)) {
                String name = level.name().toLowerCase(Locale.ROOT);
                out.line(name + "\t" + cycle.size() + "\t" + String.join("\t", cycle));
                count++;
            }
        }
        return count;
    }

    /** {@code path:line:column:qualified}, information flow, fan-in, fan-out, lines, commits that changed the file; by flow × commits. */
    static int hotspots(CodeGraph graph, FileHistory history, Output out) {
        List<HotSpot> hottest = HotSpot.hottest(graph, history::changes, MOST_HOT_SPOTS);
        for (HotSpot spot : hottest) {
            out.text(place(graph, spot.symbol()));
            out.line("\t" + Math.round(spot.flow()) + "\t" + spot.fanIn() + "\t" + spot.fanOut() + "\t" + spot.lines()
                    + "\t" + spot.changes());
        }
        return hottest.size();
    }

    /** {@code path:line:column:qualified}. */
    static int dead(CodeGraph graph, FileHistory history, Output out) {
        int[] dead = DeadCode.of(graph);
        for (int symbol : dead) {
            out.line(place(graph, symbol));
        }
        return dead.length;
    }

    private static String place(CodeGraph graph, int symbol) {
        return graph.path(graph.file(symbol)) + ":" + graph.line(symbol) + ":" + graph.column(symbol) + ":"
                + graph.qualifiedName(symbol);
    }
}
