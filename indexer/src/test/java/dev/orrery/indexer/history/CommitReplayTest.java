package dev.orrery.indexer.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.indexer.history.CommitReplay.Change;
import dev.orrery.indexer.history.CommitReplay.Commit;
import dev.orrery.indexer.history.RevisionDiff.Presence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitReplayTest {
    @TempDir
    Path folder;

    /** From the oldest parent on, doing what each commit did gives the tree of the last one. */
    @Test
    void doneAgainTheCommitsGiveTheLastTree() throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        GitHistory history = GitHistory.in(folder.resolve("r"));
        Map<String, String> tree = new TreeMap<>();
        for (int commit = 0; commit < 30; commit++) {
            Map<String, String> changed = new HashMap<>();
            for (int file = 0; file < 1 + random.nextInt(3); file++) {
                String path = "d" + random.nextInt(2) + "/f" + random.nextInt(4) + ".txt";
                boolean goes = tree.containsKey(path) && random.nextInt(4) == 0;
                changed.put(path, goes ? "" : "a\n".repeat(random.nextInt(3)) + "line " + random.nextInt() + "\n");
            }
            changed.forEach((path, text) -> {
                if (text.isEmpty()) {
                    tree.remove(path);
                } else {
                    tree.put(path, text);
                }
            });
            history.commit(changed);
        }
        history.write();
        CommitReplay replay = new CommitReplay(history.root());
        List<Commit> commits = replay.latest(20, Cancellation.NEVER);
        assertEquals(20, commits.size());
        Map<String, String> replayed = new TreeMap<>();
        replay.before(commits.getFirst(), Cancellation.NEVER, (path, content) -> replayed.put(path, text(content)));
        for (Commit commit : commits) {
            assertEquals(1, commit.parents());
            for (Change change : replay.changes(commit, Cancellation.NEVER)) {
                assertEquals(replayed.getOrDefault(change.path(), ""), text(change.before()), "seed " + seed);
                assertEquals(change.presence() == Presence.CAME, !replayed.containsKey(change.path()));
                if (change.presence() == Presence.WENT) {
                    replayed.remove(change.path());
                } else {
                    replayed.put(change.path(), text(change.after()));
                }
            }
        }
        assertEquals(tree, replayed, "seed " + seed);
    }

    @Test
    void linesComeInPairs() throws Exception {
        GitHistory history = GitHistory.in(folder.resolve("r"));
        history.commit(Map.of("sub/a.txt", "one\ntwo\nthree\n", "b.txt", "b\n"));
        history.commit(Map.of("sub/a.txt", "one\nzwei\nthree\nfour\n", "b.txt", "c\n"));
        history.write();
        Path inside = Files.createDirectories(history.root().resolve("sub"));
        CommitReplay replay = new CommitReplay(inside.toRealPath());
        List<Commit> commits = replay.latest(9, Cancellation.NEVER);
        assertEquals(1, commits.size(), "the first commit has no parent");
        List<Change> changes = replay.changes(commits.getFirst(), Cancellation.NEVER);
        assertEquals(List.of("a.txt"), changes.stream().map(Change::path).toList(), "other folders are left out");
        assertEquals(
                List.of(new LineRange(2, 2), new LineRange(4, 3)),
                changes.getFirst().removed());
        assertEquals(
                List.of(new LineRange(2, 2), new LineRange(4, 4)),
                changes.getFirst().added());
        assertArrayEquals(
                "one\ntwo\nthree\n".getBytes(StandardCharsets.UTF_8),
                changes.getFirst().before());
    }

    @Test
    void withoutARepositoryItSaysSo() throws Exception {
        Path none = Files.createDirectories(folder.resolve("none")).toRealPath();
        assertThrows(OrreryException.class, () -> new CommitReplay(none).latest(3, Cancellation.NEVER));
        GitHistory empty = GitHistory.in(folder.resolve("empty"));
        assertEquals(List.of(), new CommitReplay(empty.root()).latest(3, Cancellation.NEVER));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
