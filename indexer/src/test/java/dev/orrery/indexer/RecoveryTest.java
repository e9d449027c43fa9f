package dev.orrery.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.base.Folders;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class RecoveryTest {
    @TempDir
    Path folder;

    @Test
    void anIndexThatIsTakenAwayWhileItIsWatchedIsMadeAnewAndFollowsOn() throws Exception {
        Sandbox sandbox = new Sandbox(folder);
        sandbox.write("A.java", "class A { void one() {} }");
        try (CodeIndex index = sandbox.open()) {
            Changed changed = new Changed(index);
            List<String> told = new CopyOnWriteArrayList<>();
            index.onProblems(() -> index.problems().forEach(problem -> told.add(problem.key())));
            index.watch();
            assertTrue(changed.until(() -> names(index).contains("one")));
            long shown = index.snapshot().generation();

            Folders.delete(sandbox.folders.cache());
            sandbox.write("B.java", "class B { void two() {} }");
            assertTrue(changed.until(() -> names(index).containsAll(List.of("one", "two"))), "made anew");
            assertTrue(index.snapshot().generation() > shown, "generations only rise");
            assertTrue(told.contains("indexer.follow.failed"), "the user was told: " + told);

            sandbox.write("C.java", "class C { void three() {} }");
            assertTrue(changed.until(() -> names(index).contains("three")), "followed again");
            assertEquals(List.of("C.java:1:16:class C { void three() {} }"), Sandbox.find(index, "three"));
        }
        try (CodeIndex again = sandbox.open()) {
            assertEquals(0, Sandbox.refresh(again).parsed(), "all of it was kept");
            assertEquals(List.of(), again.problems());
        }
    }

    private static List<String> names(CodeIndex index) {
        var graph = index.snapshot();
        return IntStream.range(0, graph.symbolCount()).mapToObj(graph::name).toList();
    }
}
