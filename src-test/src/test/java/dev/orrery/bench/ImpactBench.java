package dev.orrery.bench;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import dev.orrery.indexer.link.impact.Impact;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How long it takes to tell who is reached by a change: {@code ImpactBench DIR}. Random symbols, drawn with a fixed seed, in a
 * warm process.
 */
final class ImpactBench {
    private static final int WARM = 200;
    private static final int SYMBOLS = 400;

    private ImpactBench() {}

    public static void main(String[] arguments) throws Exception {
        try (CodeIndex index = CodeIndexes.open(Path.of(arguments[0]), AppFolders.current())) {
            index.refresh(Progress.SILENT, Cancellation.NEVER);
            CodeGraph graph = index.snapshot();
            Random random = new Random(1);
            double[] millis = new double[SYMBOLS];
            int widest = 0;
            for (int i = -WARM; i < SYMBOLS; i++) {
                int symbol = random.nextInt(graph.symbolCount());
                long start = System.nanoTime();
                Impact impact = Impact.of(graph, List.of(symbol), Cancellation.NEVER);
                if (i >= 0) {
                    millis[i] = (System.nanoTime() - start) / 1e6;
                    widest = Math.max(widest, impact.reached().length);
                }
            }
            Arrays.sort(millis);
            System.out.printf(
                    Locale.ROOT,
                    "%d symbols: p50 %.2f p95 %.2f max %.2f ms, widest %d%n",
                    SYMBOLS,
                    millis[SYMBOLS / 2],
                    millis[SYMBOLS * 95 / 100],
                    millis[SYMBOLS - 1],
                    widest);
        }
    }
}
