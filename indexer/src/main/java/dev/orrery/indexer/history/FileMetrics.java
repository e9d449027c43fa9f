package dev.orrery.indexer.history;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.CodeMetric;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What a history says of files as numbers; every symbol has that of its file. */
public final class FileMetrics {
    private static final double SECONDS_OF_DAY = 86_400;

    private FileMetrics() {}

    /** How many commits changed a file. */
    public static CodeMetric churn(FileHistory history) {
        return new OfPaths(path -> {
            int changes = history.changes(path);
            return changes == 0 ? Double.NaN : changes;
        });
    }

    /** How many days ago a file was last changed, never less than 0; {@code now} in seconds since 1970. */
    public static CodeMetric age(FileHistory history, long now) {
        return new OfPaths(path -> {
            long[] times = history.times(path);
            return times.length == 0 ? Double.NaN : Math.max(0, now - times[0]) / SECONDS_OF_DAY;
        });
    }

    /** Who changed each file of a graph most often; empty where nobody is known. */
    public static Function<CodeGraph, List<String>> authors(FileHistory history) {
        return graph -> IntStream.range(0, graph.fileCount())
                .mapToObj(file -> history.authors(graph.path(file)))
                .map(parts -> parts.isEmpty() ? "" : parts.getFirst().author())
                .toList();
    }

    private record OfPaths(ToDoubleFunction<String> value) implements CodeMetric {
        @Override
        public double[] ofFiles(CodeGraph graph) {
            return IntStream.range(0, graph.fileCount())
                    .mapToDouble(file -> value.applyAsDouble(graph.path(file)))
                    .toArray();
        }

        @Override
        public double[] ofSymbols(CodeGraph graph) {
            double[] files = ofFiles(graph);
            return IntStream.range(0, graph.symbolCount())
                    .mapToDouble(symbol -> files[graph.file(symbol)])
                    .toArray();
        }
    }
}
