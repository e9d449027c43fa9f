package dev.orrery.indexer.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.UserMessage;
import dev.orrery.base.CancelSource;
import dev.orrery.base.Progress;
import dev.orrery.indexer.store.CommitTable;
import dev.orrery.indexer.store.HistoryStore;
import dev.orrery.indexer.store.IndexFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class HistoryReaderTest {
    @TempDir
    Path folder;

    private final List<UserMessage> troubles = new ArrayList<>();
    private Path root;

    @BeforeEach
    void create() throws Exception {
        root = Files.createDirectories(folder.resolve("tree")).toRealPath();
        git("init", "-q", "-b", "main");
    }

    @Test
    void everyFileHasTheCommitsThatGitNames() throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int commit = 0; commit < 60; commit++) {
            edit(random, commit);
            if (commit == 30) {
                git("checkout", "-q", "-b", "side");
            } else if (commit == 40) {
                git("checkout", "-q", "main");
                git("merge", "-q", "--no-edit", "-X", "ours", "side");
            }
        }
        FileHistory history = reader().read(Progress.SILENT, Cancellation.NEVER);
        Map<String, Integer> expected = new TreeMap<>();
        for (String line : git("log", "--no-merges", "--no-renames", "--format=", "--name-only")
                .lines()
                .toList()) {
            if (!line.isBlank()) {
                expected.merge(line, 1, Integer::sum);
            }
        }
        Map<String, Integer> actual = new TreeMap<>();
        expected.keySet().forEach(path -> actual.put(path, history.changes(path)));
        assertEquals(expected, actual, "seed " + seed);
        String commits = git("rev-list", "--no-merges", "--count", "HEAD").strip();
        assertEquals(Integer.parseInt(commits), history.commitCount(), "seed " + seed);
    }

    @Test
    void aMovedFileKeepsItsHistoryAndWhoMadeIt() throws Exception {
        write("a/Old.java", "class Old {}");
        commit("Ada");
        write("a/Old.java", "class Old { int x; }");
        commit("Ada");
        Files.createDirectories(root.resolve("b"));
        Files.move(root.resolve("a/Old.java"), root.resolve("b/New.java"));
        commit("Bob");
        FileHistory history = reader().read(Progress.SILENT, Cancellation.NEVER);
        assertEquals(3, history.changes("b/New.java"));
        assertEquals(0, history.changes("a/Old.java"));
        assertEquals(
                List.of(new FileHistory.Part("Ada", 2), new FileHistory.Part("Bob", 1)), history.authors("b/New.java"));
    }

    @Test
    void filesThatChangeTogetherAreCoupled() throws Exception {
        for (int i = 0; i < 3; i++) {
            write("A.java", "class A { int x" + i + "; }");
            write("B.java", "class B { int x" + i + "; }");
            commit("Ada");
        }
        write("A.java", "class A {}");
        write("C.java", "class C {}");
        commit("Ada");
        FileHistory history = reader().read(Progress.SILENT, Cancellation.NEVER);
        assertEquals(List.of(new FileHistory.Coupling("B.java", 3, 0.75)), history.coupled("A.java", 5));
    }

    @Test
    void onlyNewCommitsAreReadAndAFolderInsideSeesItsOwnPaths() throws Exception {
        write("in/A.java", "class A {}");
        commit("Ada");
        HistoryReader first = reader();
        FileHistory before = first.read(Progress.SILENT, Cancellation.NEVER);
        assertSame(before, first.read(Progress.SILENT, Cancellation.NEVER));
        write("in/A.java", "class A { int x; }");
        commit("Ada");
        assertEquals(2, first.read(Progress.SILENT, Cancellation.NEVER).changes("in/A.java"));
        HistoryReader inside = new HistoryReader(root.resolve("in"), store(), troubles::add);
        assertEquals(2, inside.read(Progress.SILENT, Cancellation.NEVER).changes("A.java"));
    }

    @Test
    void whoeverHasMoreCommitsThanAreReadIsTold() throws Exception {
        for (int i = 0; i < 3; i++) {
            write("A.java", "class A { int x" + i + "; }");
            commit("Ada");
        }
        FileHistory cut = new HistoryReader(root, store(), troubles::add, 2).read(Progress.SILENT, Cancellation.NEVER);
        assertEquals(2, cut.changes("A.java"));
        assertTrue(cut.isCutOff());
        assertFalse(reader().read(Progress.SILENT, Cancellation.NEVER).isCutOff());
    }

    @Test
    void withoutGitOrCommitsThereIsNone() throws Exception {
        assertEquals(0, reader().read(Progress.SILENT, Cancellation.NEVER).commitCount());
        Path bare = Files.createDirectories(folder.resolve("no git")).toRealPath();
        assertEquals(
                0,
                new HistoryReader(bare, store(), troubles::add)
                        .read(Progress.SILENT, Cancellation.NEVER)
                        .commitCount());
    }

    @Test
    void whatIsDamagedIsSetAsideAndReadAgain() throws Exception {
        write("A.java", "class A {}");
        commit("Ada");
        reader().read(Progress.SILENT, Cancellation.NEVER);
        Path stored = indexFolder().facts().resolve("commits");
        byte[] bytes = Files.readAllBytes(stored);
        bytes[bytes.length - 1] ^= 1;
        Files.write(stored, bytes);
        assertEquals(1, reader().read(Progress.SILENT, Cancellation.NEVER).changes("A.java"));
        assertEquals(
                List.of("indexer.history.damaged"),
                troubles.stream().map(UserMessage::key).toList());
    }

    @Test
    void aWalkCanBeCancelledAndTakenUpAgain() throws Exception {
        write("A.java", "class A {}");
        commit("Ada");
        HistoryReader reader = reader();
        CancelSource cancelled = new CancelSource();
        cancelled.cancel();
        assertThrows(CancellationException.class, () -> reader.read(Progress.SILENT, cancelled));
        assertEquals(1, reader.read(Progress.SILENT, Cancellation.NEVER).commitCount());
    }

    private void edit(Random random, int commit) throws Exception {
        for (int i = random.nextInt(4); i >= 0; i--) {
            String path = "d" + random.nextInt(3) + "/F" + random.nextInt(6) + ".java";
            Path file = root.resolve(path);
            if (random.nextInt(8) == 0 && Files.exists(file)) {
                Files.delete(file);
            } else {
                write(path, "class F { int x" + commit + "_" + i + " = " + random.nextInt() + "; }");
            }
        }
        commit("Author " + random.nextInt(3));
    }

    private HistoryReader reader() {
        return new HistoryReader(root, store(), troubles::add);
    }

    private HistoryStore<CommitTable> store() {
        return HistoryStore.commits(indexFolder());
    }

    private IndexFolder indexFolder() {
        return new IndexFolder(root, root.resolve(".git"), folder.resolve("cache"));
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private void commit(String author) throws Exception {
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", "change", "--author", author + " <a@example.org>");
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-C", root.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor() == 0, () -> String.join(" ", command) + "\n" + out);
        return out;
    }
}
