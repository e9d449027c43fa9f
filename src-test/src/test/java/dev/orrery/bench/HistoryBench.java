package dev.orrery.bench;

import dev.orrery.api.Cancellation;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Folders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import dev.orrery.indexer.history.FileHistory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long the history of a repository takes: {@code HistoryBench DIR}. Prints the commits looked at and the seconds of the
 * first reading and of one by a process that finds it stored.
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
                }
            }
        } finally {
            Folders.delete(home);
        }
    }
}
