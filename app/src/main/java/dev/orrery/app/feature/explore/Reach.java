package dev.orrery.app.feature.explore;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;

/**
 * How far a change reaches: everything that calls a symbol, directly or through others.
 *
 * @param symbols the callers, tests left out
 * @param tests the test methods among them
 */
record Reach(int symbols, int tests) {
    static Reach backwards(CodeGraph graph, Collection<Integer> from, Cancellation cancellation) {
        BitSet seen = new BitSet(graph.symbolCount());
        ArrayDeque<Integer> open = new ArrayDeque<>(from);
        from.forEach(seen::set);
        int symbols = 0;
        int tests = 0;
        while (!open.isEmpty()) {
            cancellation.throwIfRequested();
            int callee = open.poll();
            for (int i = 0; i < graph.incomingCount(callee); i++) {
                int caller = graph.caller(graph.incoming(callee, i));
                if (!seen.get(caller)) {
                    seen.set(caller);
                    open.add(caller);
                    if (graph.isTest(caller)) {
                        tests++;
                    } else {
                        symbols++;
                    }
                }
            }
        }
        return new Reach(symbols, tests);
    }
}
