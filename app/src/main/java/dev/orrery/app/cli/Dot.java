package dev.orrery.app.cli;

import dev.orrery.api.CodeGraph;

/** Graphviz: qualified names as nodes, one edge for each pair of symbols; external callees are left out. */
final class Dot implements GraphFormat {
    @Override
    public void write(CodeGraph graph, Output out) {
        out.line("digraph calls {");
        int[] seenFrom = new int[graph.symbolCount()];
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.incomingCount(symbol) > 0 || graph.endCall(symbol) > graph.firstCall(symbol)) {
                out.line("  s" + symbol + " [label=" + quoted(graph.qualifiedName(symbol)) + "];");
            }
        }
        for (int call = 0; call < graph.callCount(); call++) {
            int callee = graph.callee(call);
            int caller = graph.caller(call);
            if (callee >= 0 && seenFrom[callee] != caller + 1) {
                seenFrom[callee] = caller + 1;
                out.line("  s" + caller + " -> s" + callee + ";");
            }
        }
        out.line("}");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", " ") + "\"";
    }
}
