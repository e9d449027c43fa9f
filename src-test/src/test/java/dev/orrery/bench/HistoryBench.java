package dev.orrery.bench;

import dev.orrery.api.Cancellation;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Folders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import dev.orrery.indexer.history.FileHistory;
import dev.orrery.indexer.history.SymbolHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How long the history of a repository takes: {@code HistoryBench DIR}. Prints the commits looked at and the seconds of the
 * first reading and of one by a process that finds it stored, of files and of symbols, and what is kept on disk.
 */
final class HistoryBench {
    private HistoryBench() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        Path home = Files.createTempDirectory("orrery-history");
        try {
            for (String name : new String[] {"first", "stored"}) {
                AppFolders folders =
                        new AppFolders(home.resolve("config"), home.resolve("data"), home.resolve("cache"));
                try (CodeIndex index = CodeIndexes.open(root, folders)) {
                    long start = System.nanoTime();
                    FileHistory history = index.history(Progress.SILENT, Cancellation.NEVER);
                    System.out.printf(
                            "%s: %d commits in %.2f s%n",
                            name, history.commitCount(), (System.nanoTime() - start) / 1e9);
                    start = System.nanoTime();
                    SymbolHistory symbols = index.symbolHistory(Progress.SILENT, Cancellation.NEVER);
                    System.out.printf(
                            "%s: symbols at %d commits in %.2f s, %.1f s of processor in all%n",
                            name, symbols.samples(), (System.nanoTime() - start) / 1e9, processorSeconds());
                    if (symbols.samples() > 0) {
                        start = System.nanoTime();
                        int there = symbols.at(symbols.samples() - 1).present().size();
                        System.out.printf(
                                "%s: %d symbols at the newest, listed in %.0f ms%n",
                                name, there, (System.nanoTime() - start) / 1e6);
                    }
                }
            }
            System.out.printf("%d bytes on disk%n", Folders.size(home));
        } finally {
            Folders.delete(home);
        }
    }

    private static double processorSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
    }
}
