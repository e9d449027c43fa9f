package dev.orrery.app.export;

import dev.orrery.api.CodeGraph;
import java.util.function.Consumer;

/** Graphviz: qualified names as nodes, one edge for each pair of symbols; external callees are left out. */
public final class Dot implements GraphFormat {
    @Override
    public void write(CodeGraph graph, Consumer<String> out) {
        out.accept("digraph calls {\n");
        int[] seenFrom = new int[graph.symbolCount()];
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.incomingCount(symbol) > 0 || graph.endCall(symbol) > graph.firstCall(symbol)) {
                out.accept("  s" + symbol + " [label=" + quoted(graph.qualifiedName(symbol)) + "];\n");
            }
        }
        for (int call = 0; call < graph.callCount(); call++) {
            int callee = graph.callee(call);
            int caller = graph.caller(call);
            if (callee >= 0 && seenFrom[callee] != caller + 1) {
                seenFrom[callee] = caller + 1;
                out.accept("  s" + caller + " -> s" + callee + ";\n");
            }
        }
        out.accept("}\n");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", " ") + "\"";
    }
}
