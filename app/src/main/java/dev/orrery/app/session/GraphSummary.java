package dev.orrery.app.session;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Resolution;

/**
 * The figures of a whole graph.
 *
 * @param files parsed files
 * @param methods symbols that can call
 * @param calls call sites whose callee lies in the repository
 * @param exact those of {@code calls} whose callee is certain
 * @param inferred those whose callee rests on a guessed type
 * @param ambiguous those with several possible callees
 * @param external call sites that leave the repository
 */
public record GraphSummary(int files, int methods, int calls, int exact, int inferred, int ambiguous, int external) {
    public static final GraphSummary EMPTY = new GraphSummary(0, 0, 0, 0, 0, 0, 0);

    public static GraphSummary of(CodeGraph graph) {
        int methods = 0;
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.kind(symbol).isCallable()) {
                methods++;
            }
        }
        int[] by = new int[Resolution.values().length];
        for (int call = 0; call < graph.callCount(); call++) {
            by[graph.resolution(call).ordinal()]++;
        }
        int external = by[Resolution.EXTERNAL.ordinal()];
        return new GraphSummary(
                graph.fileCount(),
                methods,
                graph.callCount() - external,
                by[Resolution.EXACT.ordinal()],
                by[Resolution.INFERRED.ordinal()],
                by[Resolution.AMBIGUOUS.ordinal()],
                external);
    }

    /** Whole percents of {@code calls} that are exact; 100 only where all are. */
    public int exactPercent() {
        return calls == 0 ? 0 : (int) (100L * exact / calls);
    }
}
