package dev.orrery.models.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.models.catalog.ModelShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufHeaderTest {
    @TempDir
    Path folder;

    @Test
    void saysWhatTheFileSays() throws IOException {
        byte[] bytes = TinyGguf.model("Tiny");
        GgufHeader header = read(bytes);
        assertEquals("qwen2", header.architecture());
        assertEquals("Tiny", header.name());
        assertEquals("apache-2.0", header.licence());
        assertEquals("Q4_K_M", header.quantisation());
        assertEquals(Optional.of(new ModelShape(4, 1, 8, 3, 512)), header.shape());
        assertTrue(header.infill() && header.chat());
        assertEquals(bytes.length, header.requiredSize());
    }

    /** A lying length must neither allocate what it says nor run for ever, and nothing but an IOException may come out. */
    @Test
    void survivesAnyChange() throws IOException {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        System.err.println("GgufHeaderTest seed " + seed);
        Random random = new Random(seed);
        byte[] sound = TinyGguf.model("Tiny");
        for (int round = 0; round < 1000; round++) {
            byte[] changed = Arrays.copyOf(sound, random.nextInt(4) == 0 ? random.nextInt(sound.length) : sound.length);
            for (int i = random.nextInt(4); i >= 0 && changed.length > 4; i--) {
                int at = 4 + random.nextInt(Math.min(changed.length - 4, 700));
                changed[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) 0xff;
            }
            try {
                read(changed);
            } catch (IOException refused) {
                assertTrue(refused.getMessage() != null, "seed " + seed);
            }
        }
    }

    @Test
    void aTensorThatNoDiskCanHoldIsRefused() {
        byte[] bytes = TinyGguf.model("Tiny");
        byte[] name = "output.weight".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        int at = indexOf(bytes, name) + name.length + 4;
        Arrays.fill(bytes, at, at + 7, (byte) 0xff);
        bytes[at + 7] = 0x7f;
        assertThrows(IOException.class, () -> read(bytes));
    }

    private GgufHeader read(byte[] bytes) throws IOException {
        Path file = folder.resolve("model.gguf");
        Files.write(file, bytes);
        return GgufHeader.read(file);
    }

    private static int indexOf(byte[] bytes, byte[] sought) {
        for (int i = 0; i <= bytes.length - sought.length; i++) {
            if (Arrays.equals(bytes, i, i + sought.length, sought, 0, sought.length)) {
                return i;
            }
        }
        throw new AssertionError();
    }
}
