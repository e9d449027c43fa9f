package dev.orrery.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphDelta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class LiveTest {
    private static final int BRANCH_FILES = 1_500;

    @TempDir
    Path folder;

    @Test
    void everyKindOfEditShowsWithoutARefresh() throws Exception {
        Sandbox sandbox = new Sandbox(folder);
        sandbox.write("a/A.java", "package a; class A { void one() {} }");
        try (CodeIndex index = sandbox.open()) {
            Changed changed = new Changed(index);
            index.watch();
            assertTrue(changed.until(() -> has(index, "one")));

            sandbox.write("a/A.java", "package a; class A { void two() {} }");
            assertTrue(changed.until(() -> has(index, "two") && !has(index, "one")), "edited");

            sandbox.write("b/c/B.java", "package b.c; class B { void inNewFolder() {} }");
            assertTrue(changed.until(() -> has(index, "inNewFolder")), "new folder");

            Files.move(sandbox.root.resolve("b"), sandbox.root.resolve("d"));
            assertTrue(changed.until(() -> index.snapshot().findFile("d/c/B.java") >= 0), "folder renamed");
            assertEquals(-1, index.snapshot().findFile("b/c/B.java"));

            sandbox.write("d/c/B.java", "package b.c; class B { void afterRename() {} }");
            assertTrue(changed.until(() -> has(index, "afterRename")), "edited in the renamed folder");

            sandbox.write("a/save.tmp", "package a; class A { void three() {} }");
            Files.move(
                    sandbox.root.resolve("a/save.tmp"),
                    sandbox.root.resolve("a/A.java"),
                    StandardCopyOption.REPLACE_EXISTING);
            assertTrue(changed.until(() -> has(index, "three") && !has(index, "two")), "saved by rename");

            Files.delete(sandbox.root.resolve("a/A.java"));
            assertTrue(changed.until(() -> !has(index, "three")), "deleted");

            sandbox.write(".gitignore", "d/\n");
            assertTrue(changed.until(() -> !has(index, "afterRename")), "ignored from now on");
            Files.delete(sandbox.root.resolve(".gitignore"));
            assertTrue(changed.until(() -> has(index, "afterRename")), "no longer ignored");
            sandbox.write("d/c/B.java", "package b.c; class B { void watchedAgain() {} }");
            assertTrue(changed.until(() -> has(index, "watchedAgain")), "folders that came back are watched");
        }
    }

    @Test
    void thousandsOfFilesAtOnceEndInTheSameGraphAsAFreshIndex() throws Exception {
        Sandbox sandbox = new Sandbox(folder);
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            sandbox.write("p" + i % 20 + "/F" + i + ".java", "class F" + i + " { void m() {} }");
        }
        try (CodeIndex index = sandbox.open()) {
            Changed changed = new Changed(index);
            index.watch();
            for (int i = 0; i < 2_500; i++) {
                int number = random.nextInt(3_000);
                sandbox.write(
                        "p" + number % 20 + "/F" + number + ".java",
                        "class F" + number + " { void m() { new F" + i + "().m(); } }");
            }
            Sandbox fresh = new Sandbox(folder, "fresh");
            try (CodeIndex other = fresh.open()) {
                Sandbox.refresh(other);
                Map<String, String> expected = Sandbox.columns(other.snapshot());
                assertTrue(changed.until(() -> Sandbox.columns(index.snapshot()).equals(expected)));
            }
        }
    }

    @Test
    void randomEditsWhileWatchingEndInTheSameGraphAsAFreshIndex() throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        Sandbox sandbox = new Sandbox(folder);
        RandomEdits edits = new RandomEdits(sandbox.root, random);
        edits.some(20);
        try (CodeIndex index = sandbox.open()) {
            Changed changed = new Changed(index);
            index.watch();
            for (int round = 0; round < 15; round++) {
                edits.some(1 + random.nextInt(20));
                Sandbox fresh = new Sandbox(folder, "fresh" + round);
                try (CodeIndex other = fresh.open()) {
                    Sandbox.refresh(other);
                    Map<String, String> expected = Sandbox.columns(other.snapshot());
                    assertTrue(
                            changed.until(
                                    () -> Sandbox.columns(index.snapshot()).equals(expected)),
                            "seed " + seed + ", round " + round);
                }
            }
        }
    }

    @Test
    void aDeltaNamesWhatChangedAndJoinsTheSnapshots() throws Exception {
        Sandbox sandbox = new Sandbox(folder);
        sandbox.write("A.java", "class A { void one() {} }");
        sandbox.write("B.java", "class B { void other() { new A().one(); } }");
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            AtomicReference<GraphDelta> heard = new AtomicReference<>();
            index.onChange(heard::set);
            Changed changed = new Changed(index);
            index.watch();
            CodeGraph before = index.snapshot();
            sandbox.write("A.java", "class A { void two() {} }");
            assertTrue(changed.until(() -> has(index, "two") && heard.get() != null));
            GraphDelta delta = heard.get();
            assertEquals(before, delta.before());
            assertEquals(index.snapshot(), delta.after());
            assertTrue(delta.files().contains("A.java"));
            assertTrue(
                    delta.added().stream().anyMatch(key -> key.qualifiedName().equals("A.two")));
            assertTrue(
                    delta.removed().stream().anyMatch(key -> key.qualifiedName().equals("A.one")));
            assertTrue(
                    delta.changed().stream().anyMatch(key -> key.qualifiedName().equals("B.other")));
        }
    }

    @Test
    void aBranchSwitchIsOneChange() throws Exception {
        Sandbox sandbox = new Sandbox(folder);
        Files.createDirectories(sandbox.root.resolve(".git"));
        Files.writeString(sandbox.root.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        branch(sandbox, "one");
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            ConcurrentLinkedQueue<GraphDelta> deltas = new ConcurrentLinkedQueue<>();
            index.onChange(deltas::add);
            Changed changed = new Changed(index);
            index.watch();
            Path lock = Files.createFile(sandbox.root.resolve(".git/index.lock"));
            branch(sandbox, "two");
            Files.delete(lock);
            assertTrue(changed.until(() -> !deltas.isEmpty() && has(index, "two") && !has(index, "one")));
            assertEquals(1, deltas.size());
            assertEquals(BRANCH_FILES, deltas.element().files().size());
        }
    }

    private static void branch(Sandbox sandbox, String method) throws IOException {
        for (int i = 0; i < BRANCH_FILES; i++) {
            sandbox.write("p" + i % 20 + "/F" + i + ".java", "class F" + i + " { void " + method + "() {} }");
        }
    }

    @Test
    void whatABuildWritesIntoIgnoredFoldersIsNoChange() throws Exception {
        Sandbox sandbox = new Sandbox(folder);
        sandbox.write(".gitignore", "target/\n");
        sandbox.write("A.java", "class A { void one() {} }");
        sandbox.write("target/Made.java", "class Made { void made() {} }");
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            ConcurrentLinkedQueue<GraphDelta> deltas = new ConcurrentLinkedQueue<>();
            index.onChange(deltas::add);
            Changed changed = new Changed(index);
            index.watch();
            for (int i = 0; i < 200; i++) {
                sandbox.write("target/classes/Made" + i + ".java", "class Made" + i + " { void made() {} }");
            }
            sandbox.write("target/Made.java", "class Made { void again() {} }");
            sandbox.write("A.java", "class A { void two() {} }");
            assertTrue(changed.until(() -> has(index, "two")));
            for (GraphDelta delta : deltas) {
                assertEquals(Set.of("A.java"), delta.files());
            }
        }
    }

    private static boolean has(CodeIndex index, String method) {
        CodeGraph graph = index.snapshot();
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.name(symbol).equals(method)) {
                return true;
            }
        }
        return false;
    }
}
