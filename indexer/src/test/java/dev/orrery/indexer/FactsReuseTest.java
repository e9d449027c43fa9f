package dev.orrery.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.base.CancelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsReuseTest {
    private static final int FILES = 300;

    @TempDir
    Path folder;

    @Test
    void aCancelledRunIsTakenUpWhereItEnded() throws Exception {
        Sandbox sandbox = tree();
        CancelSource cancel = new CancelSource();
        try (CodeIndex index = sandbox.open()) {
            assertThrows(
                    CancellationException.class,
                    () -> index.refresh(
                            (stage, done, total) -> {
                                if (stage.equals("indexer.stage.reading") && done >= FILES / 2) {
                                    cancel.cancel();
                                }
                            },
                            cancel));
        }
        try (CodeIndex index = sandbox.open()) {
            int parsed = Sandbox.refresh(index).parsed();
            assertTrue(parsed <= FILES / 2 && parsed > 0, "parsed again: " + parsed);
            assertEquals(FILES, index.snapshot().fileCount());
        }
    }

    @Test
    void contentThatWasSeenBeforeIsNotParsedAgain() throws Exception {
        Sandbox sandbox = tree();
        try (CodeIndex index = sandbox.open()) {
            assertEquals(FILES, Sandbox.refresh(index).parsed());
            assertEquals(0, Sandbox.refresh(index).parsed());
            write(sandbox, "other");
            assertEquals(FILES, Sandbox.refresh(index).parsed());
            write(sandbox, "one");
            assertEquals(0, Sandbox.refresh(index).parsed(), "a branch switch back");
        }
        try (CodeIndex index = sandbox.open()) {
            assertEquals(
                    0,
                    index.refresh((stage, done, total) -> {}, Cancellation.NEVER)
                            .parsed(),
                    "another start");
        }
    }

    @Test
    void worktreesOfOneRepositoryShareTheirFacts() throws Exception {
        Sandbox sandbox = tree();
        Files.createDirectories(sandbox.root.resolve(".git/worktrees/second"));
        Files.writeString(sandbox.root.resolve(".git/worktrees/second/commondir"), "../..\n");
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
        }
        Path second = Files.createDirectories(folder.resolve("second"));
        Files.writeString(second.resolve(".git"), "gitdir: " + sandbox.root.resolve(".git/worktrees/second") + "\n");
        for (int i = 0; i < FILES; i++) {
            Files.copy(sandbox.root.resolve("F" + i + ".java"), second.resolve("F" + i + ".java"));
        }
        try (CodeIndex index = CodeIndexes.open(second, sandbox.folders)) {
            IndexReport report = Sandbox.refresh(index);
            assertEquals(0, report.parsed());
            assertTrue(report.symbols() >= FILES);
        }
    }

    private Sandbox tree() throws IOException {
        Sandbox sandbox = new Sandbox(folder);
        write(sandbox, "one");
        return sandbox;
    }

    private static void write(Sandbox sandbox, String method) throws IOException {
        for (int i = 0; i < FILES; i++) {
            sandbox.write("F" + i + ".java", "class F" + i + " { void " + method + "() {} }");
        }
    }
}
