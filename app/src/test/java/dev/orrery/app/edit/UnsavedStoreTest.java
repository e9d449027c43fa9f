package dev.orrery.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsavedStoreTest {
    private static final long LIVING = ProcessHandle.current().pid();
    private static final long ENDED = 999_999_999_999L;

    @TempDir
    Path folder;

    private UnsavedStore store(long owner) {
        return new UnsavedStore(folder, Path.of("/repository"), owner);
    }

    private static UnsavedText text(String path, String text) {
        return new UnsavedText(path, "hash", 0, Instant.ofEpochMilli(5), text);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatWasKeptComesBackUnitForUnit() throws IOException {
        long first = Long.getLong("orrery.test.seed", System.nanoTime());
        for (long seed = first; seed < first + 50; seed++) {
            Random random = new Random(seed);
            String written = EditRandom.text(random, 50) + (random.nextBoolean() ? "\ud83d" : "");
            UnsavedText text = new UnsavedText("ü/A.java", "", written.length(), Instant.ofEpochMilli(seed), written);
            store(ENDED).keep(text);
            assertEquals(List.of(text), store(LIVING).left(), "seed " + seed);
        }
        assertEquals(1, files().size(), "the newest replaces the one before");
    }

    @Test
    void whatALivingProcessKeepsIsLeftToIt() throws IOException {
        store(LIVING).keep(text("A.java", "its"));
        assertEquals(List.of(), store(ENDED).left());
        store(ENDED).forget("A.java");
        assertEquals(1, store(LIVING).left().size(), "its own");
    }

    @Test
    void takingOverReplacesWhatTheEndedOneKept() throws IOException {
        store(ENDED).keep(text("A.java", "old"));
        store(ENDED).keep(text("B.java", "other"));
        store(LIVING).keep(text("A.java", "new"));
        assertEquals(
                List.of("new", "other"),
                store(LIVING).left().stream().map(UnsavedText::text).sorted().toList());
        store(LIVING).forget("A.java");
        store(LIVING).forget("B.java");
        assertEquals(List.of(), files());
    }

    @Test
    void damageIsSetAsideAndTheRestComesBack() throws IOException {
        store(ENDED).keep(text("A.java", "one"));
        Path damaged = files().getFirst();
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[bytes.length - 1] ^= 1;
        Files.write(damaged, bytes);
        store(ENDED).keep(text("B.java", "two"));
        assertEquals(
                List.of("two"),
                store(LIVING).left().stream().map(UnsavedText::text).toList());
        assertEquals(2, files().size(), "the damaged one can be looked at");
    }

    @Test
    void randomBytesAreNoTextAndNoCrash() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            UnsavedText.decode(noise)
                    .ifPresent(text ->
                            assertEquals(text, UnsavedText.decode(text.encode()).orElseThrow()));
        }
    }

    @Test
    void tooMuchIsRefusedNotDropped() throws IOException {
        store(ENDED).keep(text("A.java", "kept"));
        String large = "x".repeat(70 << 20);
        assertThrows(IOException.class, () -> store(ENDED).keep(text("A.java", large)));
        assertEquals("kept", store(LIVING).left().getFirst().text());
    }
}
