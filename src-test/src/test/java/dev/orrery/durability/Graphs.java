package dev.orrery.durability;

import dev.orrery.api.CodeGraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Graphs as lines that can be compared. */
final class Graphs {
    private static final int SHOWN = 10;

    private Graphs() {}

    /** The first few lines that only one of them has; empty where both are the same, order included. */
    static String difference(List<String> expected, List<String> actual) {
        if (expected.equals(actual)) {
            return "";
        }
        StringBuilder lines = new StringBuilder("in another order, or:");
        List<String> missing = new ArrayList<>(expected);
        List<String> extra = new ArrayList<>(actual);
        missing.removeAll(new HashSet<>(actual));
        extra.removeAll(new HashSet<>(expected));
        missing.stream().limit(SHOWN).forEach(line -> lines.append("\n- ").append(line));
        extra.stream().limit(SHOWN).forEach(line -> lines.append("\n+ ").append(line));
        return lines.toString();
    }

    static List<String> lines(CodeGraph graph) {
        List<String> lines = new ArrayList<>();
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            lines.add(graph.path(graph.file(symbol)) + " " + graph.kind(symbol) + " " + graph.qualifiedName(symbol)
                    + " " + graph.line(symbol));
        }
        for (int call = 0; call < graph.callCount(); call++) {
            int callee = graph.callee(call);
            lines.add(graph.qualifiedName(graph.caller(call)) + " -> "
                    + (callee < 0 ? graph.calleeName(call) : graph.qualifiedName(callee)) + " " + graph.callLine(call)
                    + " "
                    + graph.resolution(call));
        }
        return lines;
    }
}
