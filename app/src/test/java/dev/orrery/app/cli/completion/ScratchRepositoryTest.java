package dev.orrery.app.cli.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.OrreryException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchRepositoryTest {
    @TempDir
    Path cache;

    /** Paths of a commit may be anything. */
    @Test
    void hostilePathsAreNotWritten() throws Exception {
        try (ScratchRepository scratch = ScratchRepository.below(cache)) {
            for (String path : List.of(
                    "../out.txt",
                    "a/../../out.txt",
                    "/tmp/out.txt",
                    ".git/hooks/post-checkout",
                    "a/.GIT/config",
                    "git~1/config",
                    "",
                    ".",
                    "a//b",
                    "a\\..\\..\\b",
                    "nul\0l")) {
                assertFalse(scratch.write(path, new byte[] {1}), path);
            }
            assertTrue(scratch.write("a/b.java", new byte[] {1}));
            assertTrue(scratch.write("a/b.java", new byte[] {1, 2}));
            try (var files = Files.walk(cache)) {
                assertEquals(1, files.filter(Files::isRegularFile).count());
            }
            scratch.remove("a/b.java");
            scratch.remove("../../elsewhere");
            assertFalse(Files.exists(scratch.root().resolve("a/b.java")));
        }
        try (var left = Files.list(cache)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void roomIsBounded() throws Exception {
        try (ScratchRepository scratch = ScratchRepository.below(cache, 10)) {
            scratch.write("a", new byte[6]);
            scratch.write("a", new byte[3]);
            scratch.write("b", new byte[6]);
            assertThrows(OrreryException.class, () -> scratch.write("c", new byte[6]));
        }
    }

    @Test
    void whatAKilledProcessLeftIsDeletedByTheNext() throws Exception {
        Path dead = Files.createDirectories(cache.resolve("complete-999999999999-x/repository"));
        Path alive = Files.createDirectories(
                cache.resolve("complete-" + ProcessHandle.current().pid() + "-x"));
        ScratchRepository.below(cache).close();
        assertFalse(Files.exists(dead.getParent()));
        assertTrue(Files.exists(alive));
    }
}
