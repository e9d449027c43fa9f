package dev.orrery.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.base.CancelSource;
import dev.orrery.base.Progress;
import dev.orrery.indexer.compare.Comparison;
import dev.orrery.indexer.compare.Difference;
import dev.orrery.indexer.history.Revision;
import dev.orrery.indexer.history.Revisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A working tree against commits of a repository made for the test. */
class TreeComparisonTest {
    private static final String CART = """
            package shop;
            class Cart {
              int total(int n) {
                return helper(n);
              }

              int helper(int n) {
                return n;
              }

              void gone() {
                helper(0);
              }
            }
            """;

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void commit() throws Exception {
        sandbox = new Sandbox(folder);
        sandbox.write("src/Cart.java", CART);
        sandbox.write("src/Old.java", "class Old {\n  void old() {}\n}\n");
        try (Git git = Git.init()
                .setInitialBranch("main")
                .setDirectory(sandbox.root.toFile())
                .call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("The first")
                    .setSign(false)
                    .setAuthor("a", "a@b")
                    .setCommitter("a", "a@b")
                    .call();
            git.branchCreate().setName("topic").call();
        }
    }

    private Comparison since(String revision, Cancellation cancellation) throws Exception {
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            return TreeComparison.since(index, index.snapshot(), revision, Progress.SILENT, cancellation);
        }
    }

    private static List<String> told(Comparison comparison) {
        return comparison.differences().stream()
                .map(difference -> difference.change() + " " + difference.key().qualifiedName())
                .toList();
    }

    @Test
    void whatWasEditedMovedAndDeletedIsTold() throws Exception {
        assertEquals(List.of(), told(since("HEAD", Cancellation.NEVER)));
        sandbox.write(
                "src/Cart.java",
                CART.replace("return helper(n);", "return helper(n) + helper(1);")
                        .replace("  void gone() {\n    helper(0);\n  }\n", "  void came() {\n    total(1);\n  }\n"));
        Files.delete(sandbox.root.resolve("src/Old.java"));
        sandbox.write("elsewhere/Old.java", "class Old {\n  void old() {}\n}\n");
        Comparison found = since("topic", Cancellation.NEVER);
        assertEquals(
                List.of(
                        "ADDED shop.Cart.came",
                        "CHANGED shop.Cart.total",
                        "MOVED Old",
                        "MOVED Old.old",
                        "REMOVED shop.Cart.gone"),
                told(found));
        Difference moved = found.differences().get(2);
        assertEquals(
                "src/Old.java", moved.before() == null ? "" : moved.before().path());
        assertEquals(2, found.addedCalls(), "helper and total");
        assertEquals(1, found.removedCalls(), "helper");
        assertEquals(3, found.files());
    }

    @Test
    void nothingIsWrittenIntoTheRepository() throws Exception {
        sandbox.write("src/Cart.java", CART.replace("return n;", "return n + 1;"));
        Map<String, String> before = files();
        since("HEAD", Cancellation.NEVER);
        Revisions.of(sandbox.root, Cancellation.NEVER);
        assertEquals(before, files());
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(sandbox.root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    @Test
    void whatCannotBeComparedIsSaid() throws Exception {
        OrreryException unknown = assertThrows(OrreryException.class, () -> since("nosuch", Cancellation.NEVER));
        assertEquals("indexer.history.norevision", unknown.userMessage().key());
        sandbox.write("src/Cart.java", CART.replace("return n;", "return n + 1;"));
        damage();
        OrreryException damaged = assertThrows(OrreryException.class, () -> since("HEAD", Cancellation.NEVER));
        assertEquals("indexer.history.failed", damaged.userMessage().key());
        Sandbox plain = new Sandbox(folder.resolve("plain"));
        plain.write("A.java", "class A {}\n");
        try (CodeIndex index = plain.open()) {
            Sandbox.refresh(index);
            OrreryException none = assertThrows(
                    OrreryException.class,
                    () -> TreeComparison.since(index, index.snapshot(), "HEAD", Progress.SILENT, Cancellation.NEVER));
            assertEquals("indexer.history.norepository", none.userMessage().key());
        }
        assertEquals(List.of(), Revisions.of(plain.root, Cancellation.NEVER));
    }

    /** Leaves nothing of what any commit, tree or file consists of. */
    private void damage() throws IOException {
        try (Stream<Path> all = Files.walk(sandbox.root.resolve(".git/objects"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
                Files.writeString(file, "no object");
            }
        }
    }

    @Test
    void aCancelledComparisonEnds() {
        CancelSource cancelled = new CancelSource();
        cancelled.cancel();
        assertThrows(CancellationException.class, () -> since("HEAD", cancelled));
    }

    @Test
    void branchesAndCommitsAreListed() throws Exception {
        List<Revision> all = Revisions.of(sandbox.root, Cancellation.NEVER);
        assertEquals(
                List.of("main", "topic"),
                all.stream()
                        .filter(revision -> revision.kind() == Revision.Kind.BRANCH)
                        .map(Revision::name)
                        .toList());
        assertEquals("The first", all.getLast().subject());
        assertEquals(Revision.Kind.COMMIT, all.getLast().kind());
    }
}
