package dev.orrery.indexer.link.impact;

import dev.orrery.api.CodeGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Code through which much flows: long, called from many places and calling many. The measure is the information flow of Henry
 * and Kafura ("Software structure metrics based on information flow", 1981): lines × (fan-in × fan-out)².
 *
 * @param symbol the code
 * @param fanIn how many symbols call it
 * @param fanOut how many symbols of the repository it calls
 * @param lines of its declaration
 */
public record HotSpot(int symbol, int fanIn, int fanOut, int lines) {
    /** The information flow through it. */
    public double flow() {
        double fans = (double) fanIn * fanOut;
        return lines * fans * fans;
    }

    /** The {@code limit} hottest outside tests, hottest first; those without flow are none. */
    public static List<HotSpot> hottest(CodeGraph graph, int limit) {
        List<HotSpot> all = new ArrayList<>();
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.kind(symbol).isCallable() && !graph.isTest(symbol)) {
                HotSpot spot = of(graph, symbol);
                if (spot.flow() > 0) {
                    all.add(spot);
                }
            }
        }
        all.sort(Comparator.comparingDouble(HotSpot::flow).reversed().thenComparing(HotSpot::symbol));
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }

    private static HotSpot of(CodeGraph graph, int symbol) {
        BitSet callers = new BitSet();
        for (int i = 0; i < graph.incomingCount(symbol); i++) {
            callers.set(graph.caller(graph.incoming(symbol, i)));
        }
        callers.clear(symbol);
        BitSet callees = new BitSet();
        for (int call = graph.firstCall(symbol); call < graph.endCall(symbol); call++) {
            if (graph.callee(call) >= 0) {
                callees.set(graph.callee(call));
            }
        }
        callees.clear(symbol);
        return new HotSpot(
                symbol,
                callers.cardinality(),
                callees.cardinality(),
                graph.endLine(symbol) - graph.startLine(symbol) + 1);
    }
}
