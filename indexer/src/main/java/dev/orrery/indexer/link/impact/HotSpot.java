package dev.orrery.indexer.link.impact;

import dev.orrery.api.CodeGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Code through which much flows: long, called from many places and calling many. The measure is the information flow of Henry
 * and Kafura ("Software structure metrics based on information flow", 1981): lines × (fan-in × fan-out)². Where it
 * is known how often a file changed, the flow is multiplied by that, as trouble is where complex code changes often (Tornhill,
 * "Your Code as a Crime Scene", 2015); a file without a known change counts as changed once.
 *
 * @param symbol the code
 * @param fanIn how many symbols call it
 * @param fanOut how many symbols of the repository it calls
 * @param lines of its declaration
 * @param changes commits that changed its file; 0 where none is known
 */
public record HotSpot(int symbol, int fanIn, int fanOut, int lines, int changes) {
    /** The information flow through it. */
    public double flow() {
        double fans = (double) fanIn * fanOut;
        return lines * fans * fans;
    }

    /** The information flow times the changes. */
    public double heat() {
        return flow() * Math.max(1, changes);
    }

    /**
     * The {@code limit} hottest outside tests, hottest first; those without flow are none.
     *
     * @param changes commits that changed the file at a path; 0 for all where there is no history
     */
    public static List<HotSpot> hottest(CodeGraph graph, ToIntFunction<String> changes, int limit) {
        int[] ofFile = new int[graph.fileCount()];
        for (int file = 0; file < ofFile.length; file++) {
            ofFile[file] = changes.applyAsInt(graph.path(file));
        }
        List<HotSpot> all = new ArrayList<>();
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.kind(symbol).isCallable() && !graph.isTest(symbol)) {
                HotSpot spot = of(graph, symbol, ofFile[graph.file(symbol)]);
                if (spot.flow() > 0) {
                    all.add(spot);
                }
            }
        }
        all.sort(Comparator.comparingDouble(HotSpot::heat).reversed().thenComparing(HotSpot::symbol));
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }

    private static HotSpot of(CodeGraph graph, int symbol, int changes) {
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
                graph.endLine(symbol) - graph.startLine(symbol) + 1,
                changes);
    }
}
