package dev.orrery.render3d.scene;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.CodeMetric;
import dev.orrery.api.UserMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is known about code beyond its graph. Immutable; its functions are pure and safe from any thread.
 *
 * @param churn commits that changed something
 * @param age days since it was last changed
 * @param complexity how much flows through it
 * @param authors for each file of a graph who changed it most; empty where nobody knows
 * @param unread why churn, age and authors are not known; empty where they are
 */
public record Metrics(
        CodeMetric churn,
        CodeMetric age,
        CodeMetric complexity,
        Function<CodeGraph, List<String>> authors,
        Optional<UserMessage> unread) {
    private static final CodeMetric UNKNOWN = new CodeMetric() {
        @Override
        public double[] ofFiles(CodeGraph graph) {
            return unknown(graph.fileCount());
        }

        @Override
        public double[] ofSymbols(CodeGraph graph) {
            return unknown(graph.symbolCount());
        }
    };

    /** Nothing but the graph. */
    public static final Metrics NONE = new Metrics(
            UNKNOWN,
            UNKNOWN,
            UNKNOWN,
            graph -> java.util.Collections.nCopies(graph.fileCount(), ""),
            Optional.of(UserMessage.of("render3d.history.unread")));

    private static double[] unknown(int count) {
        double[] values = new double[count];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
