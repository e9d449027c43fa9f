package dev.orrery.indexer.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RepositoryScannerTest {
    @TempDir
    Path folder;

    private Path root;
    private Outside outside;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectories(folder.toRealPath().resolve("root"));
        outside = new Outside(root, Files.createDirectories(folder.resolve("home")));
    }

    @Test
    void listsSizesAndFoldersSorted() throws Exception {
        write("b/two.txt", "22");
        write("a.txt", "1");
        write(".hidden/x", "");
        Files.createDirectories(root.resolve("empty"));
        Scan scan = scan();
        assertEquals(List.of(".hidden/x", "a.txt", "b/two.txt"), paths(scan));
        assertEquals(2, scan.files().getLast().size());
        assertEquals(List.of("", ".hidden", "b", "empty"), scan.folders());
        assertEquals(List.of(), scan.problems());
    }

    @Test
    void aRewrittenFileIsTold() throws Exception {
        write("a.txt", "1");
        ScannedFile before = scan().files().getFirst();
        Path replacement = Files.writeString(root.resolve("b.txt"), "2");
        Files.setLastModifiedTime(replacement, Files.getLastModifiedTime(root.resolve("a.txt")));
        Files.move(replacement, root.resolve("a.txt"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertFalse(before.equals(scan().files().getFirst()), "same size and time, another file");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void linksAndPipesArePassedOver() throws Exception {
        write("a/file.txt", "");
        Files.createSymbolicLink(root.resolve("a/loop"), root);
        Files.createSymbolicLink(root.resolve("dead"), root.resolve("nowhere"));
        Files.createSymbolicLink(root.resolve("out.txt"), folder.resolve("home"));
        outside.run("mkfifo", root.resolve("pipe").toString());
        Scan scan = scan();
        assertEquals(List.of("a/file.txt"), paths(scan));
        assertEquals(List.of(), scan.problems());
    }

    @Test
    @DisabledOnOs({OS.WINDOWS, OS.MAC})
    void aNameThatIsNotTextIsAProblemAndNoCrash() throws Exception {
        write("a.txt", "");
        outside.run("sh", "-c", "printf x > \"$(printf 'bad\\377name')\"");
        Scan scan = scan();
        assertEquals(List.of("a.txt"), paths(scan));
        assertEquals(
                List.of("indexer.scan.name"),
                scan.problems().stream().map(UserMessage::key).toList());
    }

    @Test
    void aRootThatIsAFileIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        var scanner = new RepositoryScanner(IgnoreRules.of(file.toRealPath(), outside.environment()));
        OrreryException refused = assertThrows(OrreryException.class, () -> scanner.scan(Cancellation.NEVER));
        assertEquals("indexer.scan.nofolder", refused.userMessage().key());
    }

    @Test
    void aCancelledWalkStops() {
        var scanner = new RepositoryScanner(rules());
        assertThrows(CancellationException.class, () -> scanner.scan(() -> true));
    }

    @Test
    void rulesOfTheFoldersAboveHoldUpToTheWorkTreesTop() throws Exception {
        write("top/.gitignore", "*.o\n/in/deep/x\n");
        write(".gitignore", "*.txt\n");
        write("top/in/a.o", "");
        write("top/in/a.txt", "");
        write("top/in/deep/x", "");
        Files.createDirectories(root.resolve("top/.git"));
        IgnoreRules inner = IgnoreRules.of(root.resolve("top/in"), outside.environment());
        assertEquals(List.of("a.txt"), paths(new RepositoryScanner(inner).scan(Cancellation.NEVER)));
    }

    @Test
    void aWorkTreeAddedToACloneUsesTheClonesExcludes() throws Exception {
        write("clone/.git/info/exclude", "*.log\n");
        write("clone/.git/worktrees/w/commondir", "../..\n");
        write("w/.git", "gitdir: ../clone/.git/worktrees/w\n");
        write("w/a.log", "");
        write("w/a.txt", "");
        IgnoreRules rules = IgnoreRules.of(root.resolve("w"), outside.environment());
        assertEquals(List.of("a.txt"), paths(new RepositoryScanner(rules).scan(Cancellation.NEVER)));
        assertTrue(rules.outsideSources().contains(root.resolve("clone/.git/info/exclude")));
    }

    @Test
    void oneFolderIsWalkedWithTheRulesAboveIt() throws Exception {
        write(".gitignore", "*.o\n/left\n");
        write("a/b/x.o", "");
        write("a/b/y", "");
        write("left/z", "");
        var scanner = new RepositoryScanner(rules());
        assertEquals(List.of("a/b/y"), paths(scanner.scan("a", Cancellation.NEVER)));
        assertEquals(List.of(), paths(scanner.scan("left", Cancellation.NEVER)));
        assertEquals(List.of(), paths(scanner.scan("gone", Cancellation.NEVER)));
    }

    @Test
    void rereadSeesChangedRulesAndOnlyRuleFilesMatter() throws Exception {
        write("a/.gitignore", "x\n");
        IgnoreRules before = rules();
        assertTrue(before.isIgnored("a/x", EntryKind.FILE));
        write("a/.gitignore", "y\n");
        assertTrue(before.isIgnored("a/x", EntryKind.FILE), "rules are a snapshot");
        assertFalse(before.reread().isIgnored("a/x", EntryKind.FILE));
        assertTrue(before.dependOn("a/.gitignore"));
        assertFalse(before.dependOn("a/x.gitignore"));
        assertTrue(before.isIgnored(".git/objects/aa", EntryKind.FILE));
    }

    @Test
    void ripgrepsOwnFilesKnowBraces() throws Exception {
        write(".ignore", "*.{o,a{1,2}}\n");
        for (String name : List.of("x.o", "x.a1", "x.a2", "x.a", "x.{o,a{1,2}}")) {
            write(name, "");
        }
        assertEquals(List.of(".ignore", "x.a", "x.{o,a{1,2}}"), paths(scan()));
    }

    @Test
    void aHostilePatternTakesNoTime() throws Exception {
        write(".gitignore", "**/a/".repeat(200) + "**/b\n" + "*a".repeat(3000) + "b\n");
        String path = "a/".repeat(120) + "a".repeat(200);
        assertFalse(rules().isIgnored(path, EntryKind.FILE));
    }

    private IgnoreRules rules() {
        return IgnoreRules.of(root, outside.environment());
    }

    private Scan scan() throws OrreryException {
        return new RepositoryScanner(rules()).scan(Cancellation.NEVER);
    }

    private static List<String> paths(Scan scan) {
        return scan.files().stream().map(ScannedFile::path).toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
