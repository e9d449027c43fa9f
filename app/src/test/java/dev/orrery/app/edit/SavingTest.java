package dev.orrery.app.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {
    @TempDir
    Path folder;

    private Path root;
    private Path file;
    private Saving saving;

    @BeforeEach
    void create() throws IOException {
        root = Files.createDirectories(folder.resolve("repository")).toRealPath();
        file = root.resolve("A.java");
        saving = new Saving(root, folder.resolve("staging"));
    }

    private DiskText.Text read() {
        return assertInstanceOf(DiskText.Text.class, DiskText.read(root, "A.java"));
    }

    private Saving.Outcome save(String text, DiskText.Text read) {
        return saving.save("A.java", text, read.form(), read.hash());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** What can be edited comes back byte for byte, whatever its encoding and its line ends; what would not, cannot be edited. */
    @Test
    void bytesSurviveASave() throws IOException {
        long first = Long.getLong("orrery.test.seed", System.nanoTime());
        for (long seed = first; seed < first + 300; seed++) {
            Random random = new Random(seed);
            byte[] bytes = bytes(random);
            Files.write(file, bytes);
            DiskText disk = DiskText.read(root, "A.java");
            if (disk instanceof DiskText.Text text && text.readOnly().isEmpty()) {
                Files.write(file, bytes);
                assertInstanceOf(Saving.Outcome.Saved.class, save(text.text(), text), "seed " + seed);
                assertArrayEquals(bytes, Files.readAllBytes(file), "seed " + seed);
            }
        }
    }

    private static byte[] bytes(Random random) {
        String text = EditRandom.text(random, 40);
        return switch (random.nextInt(6)) {
            case 0 -> text.getBytes(StandardCharsets.UTF_8);
            case 1 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 2 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
            case 3 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE);
            case 4 -> text.getBytes(StandardCharsets.ISO_8859_1);
            default -> {
                byte[] noise = new byte[random.nextInt(60)];
                random.nextBytes(noise);
                yield noise;
            }
        };
    }

    @Test
    void whatDoesNotComeBackIsReadOnlyAndSaysWhy() throws IOException {
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0, 'b'});
        assertEquals("app.edit.damaged", read().readOnly().orElseThrow().key());
        Files.writeString(file, "x".repeat(5_000) + "\nshort\n");
        assertEquals("app.edit.longLine", read().readOnly().orElseThrow().key());
        Files.write(file, new byte[2_000]);
        DiskText.Unusable binary = assertInstanceOf(DiskText.Unusable.class, DiskText.read(root, "A.java"));
        assertEquals("app.code.binary", binary.why().key());
        Files.write(file, new byte[20 << 20]);
        DiskText.Unusable large = assertInstanceOf(DiskText.Unusable.class, DiskText.read(root, "A.java"));
        assertEquals("app.code.tooLarge", large.why().key());
    }

    @Test
    void whatOthersWroteIsNotOverwritten() throws IOException {
        Files.writeString(file, "one");
        DiskText.Text before = read();
        Files.writeString(file, "theirs");
        Saving.Outcome.Conflict conflict = assertInstanceOf(Saving.Outcome.Conflict.class, save("mine", before));
        assertEquals(
                "theirs", assertInstanceOf(DiskText.Text.class, conflict.disk()).text());
        assertEquals("theirs", Files.readString(file));
        assertInstanceOf(Saving.Outcome.Saved.class, save("theirs", before), "the same text is no conflict");
        Files.delete(file);
        assertInstanceOf(Saving.Outcome.Conflict.class, save("mine", before));
        assertEquals(List.of(), names());
        assertInstanceOf(Saving.Outcome.Saved.class, saving.save("A.java", "mine", TextForm.USUAL, DiskText.NO_HASH));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void rightsAndLinksStayAndNothingElseAppears() throws IOException {
        Path real = root.resolve("real.txt");
        Files.writeString(real, "one");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwxr-x--x"));
        Files.createSymbolicLink(file, real.getFileName());
        Path other = Files.createLink(root.resolve("other.txt"), real);
        assertInstanceOf(Saving.Outcome.Saved.class, save("two", read()));
        assertTrue(Files.isSymbolicLink(file));
        assertEquals("two", Files.readString(other), "another name of the same file");
        Files.delete(other);
        assertInstanceOf(Saving.Outcome.Saved.class, save("three", read()));
        assertEquals("three", Files.readString(real));
        assertEquals(
                "rwxr-x--x",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(real, LinkOption.NOFOLLOW_LINKS)));
        assertEquals(List.of("A.java", "real.txt"), names());
        try (Stream<Path> staged = Files.list(folder.resolve("staging"))) {
            assertEquals(0, staged.count());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatMayNotBeWrittenIsSaid() throws IOException {
        Files.writeString(file, "one");
        DiskText.Text before = read();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        Saving.Outcome.Failed failed = assertInstanceOf(Saving.Outcome.Failed.class, save("two", before));
        assertEquals("app.save.readOnly", failed.why().key());
        assertEquals("app.edit.noRights", read().readOnly().orElseThrow().key());
        assertEquals("one", Files.readString(file));
    }

    @Test
    void whatTheEncodingLacksIsSaidWithItsPlace() throws IOException {
        Files.write(file, "caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        Saving.Outcome.Failed failed =
                assertInstanceOf(Saving.Outcome.Failed.class, save("caf\u00e9\n\u2192\n", read()));
        assertEquals("app.save.unmappable", failed.why().key());
        assertEquals(List.of("\u2192", 2, "windows-1252"), failed.why().arguments());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatLiesOutsideIsRefused() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(file, secret);
        assertInstanceOf(DiskText.Unusable.class, DiskText.read(root, "A.java"));
        assertInstanceOf(DiskText.Unusable.class, DiskText.read(root, "../secret.txt"));
        saving.save("../secret.txt", "mine", TextForm.USUAL, DiskText.hash("secret".getBytes(StandardCharsets.UTF_8)));
        saving.save("../new.txt", "mine", TextForm.USUAL, DiskText.NO_HASH);
        assertEquals("secret", Files.readString(secret));
        assertTrue(Files.notExists(folder.resolve("new.txt")));
    }
}
