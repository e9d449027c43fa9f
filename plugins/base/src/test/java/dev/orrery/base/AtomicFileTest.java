package dev.orrery.base;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final AtomicFile.Format FORMAT = new AtomicFile.Format("ORRYTEST", 3);
    private static final byte[] CONTENT = "what was written".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void readsWhatWasWrittenAndReplacesItWhole() throws IOException {
        AtomicFile file = file();
        file.write(new byte[100_000]);
        file.write(CONTENT);
        assertArrayEquals(CONTENT, intact(file));
    }

    @Test
    void absentFileIsAValue() throws IOException {
        assertInstanceOf(StoredContent.Absent.class, file().read(1000));
    }

    @Test
    void everyChangedByteAndEveryTruncationIsNoticed() throws IOException {
        AtomicFile file = file();
        file.write(CONTENT);
        byte[] whole = Files.readAllBytes(file.path());
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= (byte) (1 + random.nextInt(255));
            Files.write(file.path(), changed);
            assertNotIntact(file, "seed " + seed + ", byte " + i);
            Files.write(file.path(), Arrays.copyOf(whole, i));
            assertNotIntact(file, "cut to " + i);
        }
        Files.write(file.path(), Arrays.copyOf(whole, whole.length + 1));
        assertNotIntact(file, "one byte longer");
    }

    @Test
    void unknownVersionIsToldApartFromDamage() throws IOException {
        new AtomicFile(folder.resolve("file"), new AtomicFile.Format("ORRYTEST", 4)).write(CONTENT);
        assertEquals(new StoredContent.OtherVersion(4), file().read(1000));
    }

    @Test
    void contentBeyondTheLimitIsNotRead() throws IOException {
        file().write(CONTENT);
        assertInstanceOf(StoredContent.Damaged.class, file().read(CONTENT.length - 1));
    }

    @Test
    void failedWriteKeepsTheOldContentAndLeavesNothingBehind() throws IOException {
        AtomicFile file = file();
        Files.createDirectories(file.path().resolve("in the way"));
        assertThrows(IOException.class, () -> file.write(CONTENT));
        assertEquals(List.of("file"), names());
    }

    @Test
    void temporaryFilesOfEndedProcessesAreRemovedAndOthersStay() throws IOException {
        Files.createFile(folder.resolve("file.999999999-1.tmp"));
        String mine = "file." + ProcessHandle.current().pid() + "-0.tmp";
        Files.createFile(folder.resolve(mine));
        Files.createFile(folder.resolve("file.tmp"));
        file().write(CONTENT);
        assertEquals(List.of("file", mine, "file.tmp").stream().sorted().toList(), names());
    }

    @Test
    void onlyTheNewestDamagedFilesAreKept() throws IOException {
        for (int i = 0; i < 12; i++) {
            file().write(CONTENT);
            assertEquals(
                    folder.resolve("file.damaged-" + (i + 1)), file().setAside().orElseThrow());
        }
        assertEquals(List.of("file.damaged-10", "file.damaged-11", "file.damaged-12"), names());
    }

    private AtomicFile file() {
        return new AtomicFile(folder.resolve("file"), FORMAT);
    }

    private static byte[] intact(AtomicFile file) throws IOException {
        return assertInstanceOf(StoredContent.Intact.class, file.read(1000)).bytes();
    }

    private static void assertNotIntact(AtomicFile file, String what) throws IOException {
        assertEquals(false, file.read(1000) instanceof StoredContent.Intact, what);
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
