package dev.orrery.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture of a comparison through the command. */
@Tag("slow")
class CompareSnapshotTest {
    @TempDir
    Path folder;

    @Test
    void aPictureIsMadeOrWhyNotIsSaid() throws Exception {
        Path root = Files.createDirectories(folder.resolve("shop"));
        Files.writeString(root.resolve("A.java"), "class A {\n  void a() {}\n}\n");
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("first")
                    .setSign(false)
                    .setAuthor("a", "a@b")
                    .setCommitter("a", "a@b")
                    .call();
        }
        Files.writeString(root.resolve("A.java"), "class A {\n  void b() {}\n}\n");
        Orrery orrery = new Orrery(folder.resolve("home"));
        Path file = folder.resolve("map.png");
        Orrery.Ended made = orrery.run(
                "open", root.toString(), "--snapshot", file.toString(), "--compare", "HEAD", "--renderer", "2d");
        assertEquals(0, made.status(), made.err());
        assertTrue(Files.size(file) > 10_000);
        Orrery.Ended said = orrery.run(
                "open", root.toString(), "--snapshot", file.toString(), "--compare", "nosuch", "--renderer", "2d");
        assertEquals(3, said.status(), said.err());
        assertTrue(said.err().contains("nosuch"), said.err());
    }
}
