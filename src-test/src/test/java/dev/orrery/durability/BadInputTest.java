package dev.orrery.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.durability.Orrery.Ended;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever lies in a repository or befalls the index: a clear message, the rest goes on, nothing is lost. */
class BadInputTest {
    /** A superuser may read everything, unless these powers are given up. */
    private static final List<String> WITHOUT_POWERS =
            List.of("setpriv", "--bounding-set", "-dac_override,-dac_read_search");

    @TempDir
    Path folder;

    private Path root;
    private Orrery orrery;

    @BeforeEach
    void create() throws IOException {
        root = Files.createDirectories(folder.resolve("a repository, größer"));
        orrery = new Orrery(folder.resolve("home"));
        Files.writeString(root.resolve("Good.java"), "class Good { void needle() { needle(); } }\n");
    }

    @Test
    void filesThatCannotBeUnderstoodDoNotKeepTheRestFromBeingIndexed() throws Exception {
        byte[] wrong =
                "class Wrong { String s = \"\u00e4\"; void needle() {} }\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(root.resolve("Latin.java"), wrong);
        Files.write(root.resolve("Zeros.java"), new byte[5000]);
        Files.writeString(
                root.resolve("Line.java"), "class Line { /*" + "x".repeat(10_000_000) + "*/ void needle() {} }\n");
        Files.writeString(root.resolve("Deep.java"), "class Deep { int x = " + "(".repeat(100_000) + " }\nneedle\n");
        try (RandomAccessFile huge =
                new RandomAccessFile(root.resolve("Huge.java").toFile(), "rw")) {
            byte[] lines =
                    "// needle in a very long file of lines\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 110; i++) {
                huge.write(lines);
            }
        }
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", root.resolve("Pipe.java").toString())
                        .start()
                        .waitFor());
        Files.createSymbolicLink(root.resolve("loop"), root);
        Files.createSymbolicLink(
                root.resolve("Outside.java"),
                Files.writeString(folder.resolve("Outside.java"), "class Out { void needle() {} }"));

        Ended index = orrery.run("index", root.toString());
        assertEquals(0, index.status(), index.err());
        assertTrue(index.err().contains("Zeros.java"), index.err());
        assertTrue(index.err().contains("Line.java"), index.err());
        assertTrue(index.err().contains("Huge.java"), index.err());
        assertEquals(
                List.of(),
                index.err().lines().filter(line -> !line.startsWith("orrery: ")).toList());

        Ended search = orrery.run("search", root.toString(), "needle()");
        assertEquals(0, search.status(), search.err());
        assertEquals(
                List.of("Good.java", "Good.java", "Latin.java", "Line.java"),
                search.out()
                        .lines()
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .toList());
        Ended many = orrery.run("search", root.toString(), "needle in a very long file", "--limit", "3");
        assertEquals(
                3,
                many.out().lines().filter(line -> line.startsWith("Huge.java:")).count(),
                many.err());
        Ended graph = orrery.run("graph", root.toString());
        assertTrue(graph.out().contains("Good.needle()"), graph.err());
    }

    @Test
    void anUnreadableFileAndFolderAreNamedAndLeftOut() throws Exception {
        Files.writeString(root.resolve("Secret.java"), "class Secret {}");
        Files.createDirectories(root.resolve("closed"));
        Files.setPosixFilePermissions(root.resolve("Secret.java"), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(root.resolve("closed"), PosixFilePermissions.fromString("---------"));
        Ended index = orrery.run(withoutPowers(), "index", root.toString());
        Files.setPosixFilePermissions(root.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
        assertEquals(0, index.status(), index.err());
        assertTrue(index.err().contains("Secret.java may not be read"), index.err());
        assertTrue(index.err().contains("closed may not be read"), index.err());
        assertEquals(2, index.err().lines().count(), index.err());
    }

    @Test
    void emptyFoldersAndFoldersWithoutGitAreFine() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Ended index = orrery.run("index", empty.toString(), "--json");
        assertEquals(0, index.status(), index.err());
        assertTrue(index.out().contains("\"files\":0"), index.out());
        assertEquals(1, orrery.run("search", empty.toString(), "anything").status());
    }

    @Test
    void aCacheThatCannotBeWrittenIsSaidAndTheSearchIsAnsweredAllTheSame() throws Exception {
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("cache"));
        Files.setPosixFilePermissions(home.resolve("cache"), PosixFilePermissions.fromString("r-xr-xr-x"));
        Ended search = orrery.run(withoutPowers(), "search", root.toString(), "needle");
        Files.setPosixFilePermissions(home.resolve("cache"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals(0, search.status(), search.err());
        assertEquals(2, search.out().lines().count());
        assertTrue(search.err().contains("cannot be written"), search.err());
        assertEquals(1, search.err().lines().count(), search.err());
    }

    @Test
    void aFullDiskIsSaidAndTheIndexFromBeforeIsStillThere() throws Exception {
        assertEquals(0, orrery.run("index", root.toString()).status());
        OwnSources.copy(root, 1);
        Ended full = orrery.run(List.of("bash", "-c", "ulimit -f 100; exec \"$@\"", "bash"), "index", root.toString());
        assertEquals(3, full.status(), full.err());
        assertTrue(full.err().startsWith("orrery: "), full.err());
        assertTrue(full.err().contains("File too large"), full.err());
        Ended after = orrery.run("search", root.toString(), "class Good {");
        assertEquals(0, after.status(), after.err());
        assertEquals("", after.err());
    }

    @Test
    void aDamagedIndexIsSetAsideAndMadeAnew() throws Exception {
        OwnSources.copy(root, 1);
        String expected = orrery.run("graph", root.toString()).out();
        for (String name : List.of("current", "graph-", "files-", "facts.pack", "_")) {
            List<Path> damaged = files(folder.resolve("home")).stream()
                    .filter(file -> file.getFileName().toString().startsWith(name))
                    .filter(file -> !file.toString().contains(".damaged-"))
                    .toList();
            assertTrue(!damaged.isEmpty(), name);
            for (Path file : damaged) {
                spoil(file);
            }
            Ended graph = orrery.run("graph", root.toString());
            assertEquals(0, graph.status(), name + graph.err());
            assertTrue(expected.equals(graph.out()), name);
            Ended search = orrery.run("search", root.toString(), "class Good {");
            assertEquals(1, search.out().lines().count(), name + search.err());
        }
    }

    private static void spoil(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length / 2; i < bytes.length && i < bytes.length / 2 + 40; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> walk = Files.walk(below)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String> withoutPowers() {
        return "root".equals(System.getProperty("user.name")) ? WITHOUT_POWERS : List.of();
    }
}
