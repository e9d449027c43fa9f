package dev.orrery.indexer.link.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.CodeGraph;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InformationFlowTest {
    private final long seed = Long.getLong("orrery.test.seed", System.nanoTime());

    @Test
    void flowsAreThoseOfTheDefinition() {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            CodeGraph graph = RandomGraph.of(random, 8 + random.nextInt(30), random.nextInt(120));
            double[] symbols = new InformationFlow().ofSymbols(graph);
            double[] files = new InformationFlow().ofFiles(graph);
            for (int symbol = 0; symbol < symbols.length; symbol++) {
                assertEquals(expected(graph, symbol), symbols[symbol], 1e-9, "seed " + seed);
            }
            for (int file = 0; file < files.length; file++) {
                double sum = 0;
                for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
                    sum += graph.kind(symbol).isCallable() ? own(graph, symbol) : 0;
                }
                assertEquals(sum, files[file], 1e-9, "seed " + seed);
            }
        }
    }

    private static double expected(CodeGraph graph, int symbol) {
        if (graph.kind(symbol).isCallable()) {
            return own(graph, symbol);
        }
        double sum = 0;
        for (int other = 0; other < graph.symbolCount(); other++) {
            sum += graph.kind(other).isCallable() && isWithin(graph, other, symbol) ? own(graph, other) : 0;
        }
        return sum;
    }

    private static boolean isWithin(CodeGraph graph, int symbol, int type) {
        for (int around = graph.parent(symbol); around >= 0; around = graph.parent(around)) {
            if (around == type) {
                return true;
            }
        }
        return false;
    }

    private static double own(CodeGraph graph, int symbol) {
        Set<Integer> callers = new HashSet<>();
        Set<Integer> callees = new HashSet<>();
        for (int call = 0; call < graph.callCount(); call++) {
            if (graph.callee(call) == symbol) {
                callers.add(graph.caller(call));
            }
            if (graph.caller(call) == symbol && graph.callee(call) >= 0) {
                callees.add(graph.callee(call));
            }
        }
        callers.remove(symbol);
        callees.remove(symbol);
        double fans = (double) callers.size() * callees.size();
        return (graph.endLine(symbol) - graph.startLine(symbol) + 1) * fans * fans;
    }
}
