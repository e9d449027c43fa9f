package dev.orrery.durability;

import dev.orrery.api.CodeGraph;
import java.util.ArrayList;
import java.util.List;

/** Graphs as lines that can be compared. */
final class Graphs {
    private Graphs() {}

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
