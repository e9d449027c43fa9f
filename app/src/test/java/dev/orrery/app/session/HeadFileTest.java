package dev.orrery.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadFileTest {
    @TempDir
    Path root;

    private void head(String text) throws IOException {
        Files.createDirectories(root.resolve(".git"));
        Files.writeString(root.resolve(".git/HEAD"), text);
    }

    @Test
    void namesTheBranchWithItsSlashes() throws IOException {
        head("ref: refs/heads/feature/map labels\n");
        assertEquals(Optional.of("feature/map labels"), new HeadFile(root).branch());
    }

    @Test
    void aDetachedHeadHasNoBranch() throws IOException {
        head("0123456789012345678901234567890123456789\n");
        assertEquals(Optional.empty(), new HeadFile(root).branch());
    }

    @Test
    void aWorktreePointsElsewhere() throws IOException {
        Path git = Files.createDirectories(root.resolve("main/.git/worktrees/w"));
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/w\n");
        Path tree = Files.createDirectories(root.resolve("w"));
        Files.writeString(tree.resolve(".git"), "gitdir: " + git + "\n");
        assertEquals(Optional.of("w"), new HeadFile(tree).branch());
    }

    @Test
    void noRepositoryNoBranch() {
        assertEquals(Optional.empty(), new HeadFile(root).branch());
    }

    @Test
    void aHugeHeadIsNotRead() throws IOException {
        head("ref: refs/heads/" + "x".repeat(1 << 16));
        assertEquals(Optional.empty(), new HeadFile(root).branch());
    }
}
