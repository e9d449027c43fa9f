package dev.orrery.render3d.scene;

import dev.orrery.api.CodeGraph;

/** Metrics of files and symbols. */
public final class Measures {
    private Measures() {}

    /** The metric of a file: the sum over its declarations, lines apart. */
    public static double ofFile(CodeGraph graph, int file, SizeBy metric) {
        if (metric == SizeBy.LINES) {
            return graph.lines(file);
        }
        double sum = 0;
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            sum += switch (metric) {
                case LINES -> 0;
                case MEMBERS -> graph.kind(symbol).isType() ? 0 : 1;
                case FAN_IN -> incomingFromElsewhere(graph, symbol, file);
                case FAN_OUT -> graph.endCall(symbol) - graph.firstCall(symbol);
            };
        }
        return sum;
    }

    private static int incomingFromElsewhere(CodeGraph graph, int symbol, int file) {
        int calls = 0;
        for (int i = 0; i < graph.incomingCount(symbol); i++) {
            calls += graph.file(graph.caller(graph.incoming(symbol, i))) == file ? 0 : 1;
        }
        return calls;
    }

    /** The metric of one declaration. */
    public static double ofSymbol(CodeGraph graph, int symbol, SizeBy metric) {
        return switch (metric) {
            case LINES -> graph.endLine(symbol) - graph.startLine(symbol) + 1;
            case MEMBERS -> members(graph, symbol);
            case FAN_IN -> graph.incomingCount(symbol);
            case FAN_OUT -> graph.endCall(symbol) - graph.firstCall(symbol);
        };
    }

    /** How many declarations stand directly in a symbol; its own are next to it in the table. */
    private static int members(CodeGraph graph, int symbol) {
        int members = 0;
        int end = graph.endSymbol(graph.file(symbol));
        for (int other = symbol + 1; other < end && graph.parent(other) >= symbol; other++) {
            members += graph.parent(other) == symbol ? 1 : 0;
        }
        return members;
    }
}
