package dev.orrery.indexer.link.impact;

import dev.orrery.api.CodeGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Code through which much flows: long, called from many places and calling many ({@link InformationFlow}). Where it is
 * known how often a file changed, the flow is multiplied by that, as trouble is where complex code changes often
 * (Tornhill, "Your Code as a Crime Scene", 2015); a file without a known change counts as changed once.
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
        return InformationFlow.of(lines, fanIn, fanOut);
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
        InformationFlow.Fans fans = InformationFlow.Fans.of(graph);
        List<HotSpot> all = new ArrayList<>();
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.kind(symbol).isCallable() && !graph.isTest(symbol)) {
                HotSpot spot = of(graph, symbol, fans, ofFile[graph.file(symbol)]);
                if (spot.flow() > 0) {
                    all.add(spot);
                }
            }
        }
        all.sort(Comparator.comparingDouble(HotSpot::heat).reversed().thenComparing(HotSpot::symbol));
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }

    private static HotSpot of(CodeGraph graph, int symbol, InformationFlow.Fans fans, int changes) {
        return new HotSpot(
                symbol,
                fans.in()[symbol],
                fans.out()[symbol],
                graph.endLine(symbol) - graph.startLine(symbol) + 1,
                changes);
    }
}
