package dev.orrery.indexer.link.impact;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.CodeMetric;
import java.util.Arrays;

/**
 * How much flows through code: lines × (fan-in × fan-out)², after Henry and Kafura ("Software structure metrics based on
 * information flow", 1981). A type has the flow of all callables in it, a file that of its own. Never unknown.
 */
public final class InformationFlow implements CodeMetric {
    /**
     * How many other symbols call each symbol, and how many of the repository it calls.
     *
     * @param in by symbol row
     * @param out by symbol row
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Fans(int[] in, int[] out) {
        static Fans of(CodeGraph graph) {
            int[] in = new int[graph.symbolCount()];
            int[] out = new int[in.length];
            // Who looked at a symbol last: what is seen again by the same one is not counted again.
            int[] callerOf = new int[in.length];
            Arrays.fill(callerOf, -1);
            for (int symbol = 0; symbol < in.length; symbol++) {
                for (int call = graph.firstCall(symbol); call < graph.endCall(symbol); call++) {
                    int callee = graph.callee(call);
                    if (callee >= 0 && callee != symbol && callerOf[callee] != symbol) {
                        callerOf[callee] = symbol;
                        out[symbol]++;
                        in[callee]++;
                    }
                }
            }
            return new Fans(in, out);
        }

        double flow(CodeGraph graph, int symbol) {
            return InformationFlow.of(graph.endLine(symbol) - graph.startLine(symbol) + 1, in[symbol], out[symbol]);
        }
    }

    static double of(int lines, int fanIn, int fanOut) {
        double fans = (double) fanIn * fanOut;
        return lines * fans * fans;
    }

    @Override
    public double[] ofFiles(CodeGraph graph) {
        Fans fans = Fans.of(graph);
        double[] flows = new double[graph.fileCount()];
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.kind(symbol).isCallable()) {
                flows[graph.file(symbol)] += fans.flow(graph, symbol);
            }
        }
        return flows;
    }

    @Override
    public double[] ofSymbols(CodeGraph graph) {
        Fans fans = Fans.of(graph);
        double[] flows = new double[graph.symbolCount()];
        for (int symbol = 0; symbol < flows.length; symbol++) {
            if (graph.kind(symbol).isCallable()) {
                double flow = fans.flow(graph, symbol);
                flows[symbol] += flow;
                for (int around = graph.parent(symbol); around >= 0; around = graph.parent(around)) {
                    flows[around] += graph.kind(around).isCallable() ? 0 : flow;
                }
            }
        }
        return flows;
    }
}
