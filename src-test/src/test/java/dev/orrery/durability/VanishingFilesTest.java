package dev.orrery.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that go, shrink or turn into something else between the moment they were listed and the moment they are read. */
class VanishingFilesTest {
    @TempDir
    Path folder;

    @Test
    void whatVanishesWhileTheRepositoryIsReadIsSimplyNotThere() throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        Path root = Files.createDirectories(folder.resolve("tree")).toRealPath();
        OwnSources.copy(root, 1);
        List<Path> doomed = new ArrayList<>(files(root));
        Collections.shuffle(doomed, random);
        int all = doomed.size();
        try (CodeIndex index = CodeIndexes.open(root, folders("home"))) {
            Progress vandal = (stage, done, total) -> spoilNext(doomed, all / 3, random);
            index.refresh(vandal, Cancellation.NEVER);
            assertTrue(doomed.size() < all, "seed " + seed + ": nothing was spoilt while it was read");
            index.refresh(Progress.SILENT, Cancellation.NEVER);
            assertEquals("", Graphs.difference(fresh(root), Graphs.lines(index.snapshot())), "seed " + seed);
        }
    }

    private List<String> fresh(Path root) throws Exception {
        try (CodeIndex index = CodeIndexes.open(root, folders("fresh"))) {
            index.refresh(Progress.SILENT, Cancellation.NEVER);
            return Graphs.lines(index.snapshot());
        }
    }

    private static synchronized void spoilNext(List<Path> doomed, int spare, Random random) {
        if (doomed.size() <= spare) {
            return;
        }
        Path file = doomed.removeLast();
        try {
            switch (random.nextInt(4)) {
                case 0 -> Files.write(file, new byte[0]);
                case 1 -> {
                    Files.delete(file);
                    Files.createDirectories(file.resolve("Now.java"));
                }
                default -> Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private AppFolders folders(String name) {
        Path home = folder.resolve(name);
        return new AppFolders(home.resolve("config"), home.resolve("data"), home.resolve("cache"));
    }
}
