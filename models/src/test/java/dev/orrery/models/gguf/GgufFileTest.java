package dev.orrery.models.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.OrreryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufFileTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhatTheFileSays() throws IOException, OrreryException {
        Path path = TinyGguf.seeded(1).template("{{ messages }}").writeTo(folder);
        GgufFile file = GgufFile.read(path);
        assertEquals("llama", file.architecture());
        assertEquals(Optional.of("tiny"), file.text("general.name"));
        assertEquals(Optional.of("{{ messages }}"), file.text("tokenizer.chat_template"));
        assertEquals(2048, file.contextLength());
        assertEquals(2, file.layers());
        assertEquals(TensorType.F32, file.quantisation());
        assertEquals(262L * 64 * 2 + 2 * (4 * 64 * 64 + 3 * 64 * 128 + 2 * 64) + 64, file.parameters());
        // Two bytes for each key and value of 64 numbers, in two layers.
        assertEquals(1000L * 2 * 2 * 64 * 2, file.cacheBytes(1000));
        assertEquals(Files.size(path), file.bytes());
    }

    @Test
    void findsTheMarks() throws IOException, OrreryException {
        GgufVocabulary vocabulary =
                GgufVocabulary.of(GgufFile.read(TinyGguf.seeded(1).writeTo(folder)));
        assertEquals(262, vocabulary.size());
        assertEquals(Optional.of(new GgufVocabulary.InfillMarks(259, 260, 261)), vocabulary.infill());
        assertTrue(vocabulary.controls().contains(TinyGguf.END));
        assertEquals(4, vocabulary.controls().size());
    }

    @Test
    void everyShorterFileIsRefused() throws IOException {
        byte[] whole = TinyGguf.seeded(2).bytes();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 120; i++) {
            int length = i < 60 ? i : random.nextInt(whole.length - 32);
            assertRefused(Arrays.copyOf(whole, length));
        }
    }

    @Test
    void damageIsRefusedOrHarmless() throws IOException {
        long seed = Long.getLong("orrery.test.seed", ThreadLocalRandom.current().nextLong());
        System.out.println("GgufFileTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        byte[] whole = TinyGguf.seeded(2).bytes();
        int header = 9000;
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int j = random.nextInt(1, 4); j > 0; j--) {
                damaged[random.nextInt(header)] = (byte) random.nextInt();
            }
            try {
                GgufFile file = read(damaged);
                GgufVocabulary.of(file);
                assertTrue(file.cacheBytes(1000) >= 0);
            } catch (OrreryException told) {
                assertTrue(told.userMessage().key().startsWith("models.gguf."));
            }
        }
    }

    @Test
    void lyingCountsAreRefusedBeforeMemoryIsTaken() throws IOException {
        assertRefused(new GgufBytes().head(3, Long.MAX_VALUE, 0).pad(64).array());
        assertRefused(new GgufBytes().head(3, 0, 1L << 40).pad(64).array());
        assertRefused(new GgufBytes().head(3, 0, -1).pad(64).array());
        assertRefused(new GgufBytes().head(4, 0, 0).pad(64).array());
        assertRefused(new GgufBytes().head(3, 0, 1).i64(Long.MAX_VALUE).pad(64).array());
        assertRefused(new GgufBytes()
                .head(3, 0, 1)
                .string("a")
                .i32(9)
                .i32(8)
                .i64(1L << 33)
                .pad(64)
                .array());
        assertRefused(new GgufBytes()
                .head(3, 0, 1)
                .string("a")
                .i32(9)
                .i32(9)
                .i64(1)
                .i32(9)
                .i64(1)
                .pad(64)
                .array());
    }

    @Test
    void tensorsMustLieInTheFile() throws IOException {
        assertRefused(oneTensor(new long[] {1L << 31, 1L << 31, 4}, 0, 0));
        assertRefused(oneTensor(new long[] {0}, 0, 0));
        assertRefused(oneTensor(new long[] {-4}, 0, 0));
        assertRefused(oneTensor(new long[] {16}, 0, 1L << 62));
        assertRefused(oneTensor(new long[] {16}, 0, -32));
        assertRefused(oneTensor(new long[] {16}, 99, 0));
        assertRefused(oneTensor(new long[] {31}, 8, 0));
        assertRefused(oneTensor(new long[] {1 << 20}, 0, 0));
    }

    @Test
    void namesMayNotComeTwice() throws IOException {
        assertRefused(
                new GgufBytes().head(3, 0, 2).key("a", 1).key("a", 2).pad(64).array());
    }

    private static byte[] oneTensor(long[] shape, int type, long offset) {
        return new GgufBytes()
                .head(3, 1, 0)
                .tensor("t", shape, type, offset)
                .pad(32)
                .string("x".repeat(64))
                .pad(32)
                .array();
    }

    private void assertRefused(byte[] bytes) {
        OrreryException refused = assertThrows(OrreryException.class, () -> read(bytes));
        assertTrue(refused.userMessage().key().startsWith("models.gguf."), refused.getMessage());
    }

    private GgufFile read(byte[] bytes) throws IOException, OrreryException {
        return GgufFile.read(Files.write(folder.resolve("file.gguf"), bytes));
    }
}
