package dev.orrery.models.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.base.Progress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufQuantiserTest {
    private static final int BLOCK = BlockFormat.BLOCK;

    @TempDir
    Path folder;

    /** Each number comes back within half a step, a step and a half where four bits cut the end off, as the format's text says how to read it. */
    @Test
    void blocksHoldTheNumbers() {
        long seed = Long.getLong("orrery.test.seed", ThreadLocalRandom.current().nextLong());
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2000; round++) {
            double scale = Math.pow(10, random.nextInt(-4, 4));
            float[] numbers = new float[BLOCK];
            for (int i = 0; i < BLOCK; i++) {
                numbers[i] = random.nextInt(8) == 0 ? 0 : (float) (scale * (2 * random.nextDouble() - 1));
            }
            near(TensorType.Q8_0, numbers, 1 / 127.0, 0.5);
            near(TensorType.Q4_0, numbers, 1 / 8.0, 1);
        }
        near(TensorType.Q8_0, new float[BLOCK], 0, 0);
        near(TensorType.Q4_0, new float[BLOCK], 0, 0);
    }

    /** @param steps by which a number may be off; a step is this share of the largest one */
    private static void near(TensorType type, float[] numbers, double step, double steps) {
        float largest = 0;
        for (float number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        ByteBuffer block = ByteBuffer.allocate((int) type.bytes(BLOCK)).order(ByteOrder.LITTLE_ENDIAN);
        BlockFormat.write(type, numbers, 0, block);
        assertFalse(block.hasRemaining());
        float[] back = read(type, block.flip());
        // The scale itself has ten bits, fewer below 2^-14.
        double rounding = largest * 0.001 + 127 * Math.pow(2, -25);
        for (int i = 0; i < BLOCK; i++) {
            double most = steps * step * largest + rounding;
            assertTrue(Math.abs(back[i] - numbers[i]) <= most, type + " " + numbers[i] + " became " + back[i]);
        }
    }

    /** After the format's description: the scale, then signed bytes, or halves of bytes with 8 added. */
    private static float[] read(TensorType type, ByteBuffer block) {
        float scale = Float.float16ToFloat(block.getShort());
        float[] numbers = new float[BLOCK];
        for (int i = 0; i < block.capacity() - 2; i++) {
            int stored = block.get();
            if (type == TensorType.Q8_0) {
                numbers[i] = scale * stored;
            } else {
                numbers[i] = scale * ((stored & 15) - 8);
                numbers[i + BLOCK / 2] = scale * ((stored >> 4 & 15) - 8);
            }
        }
        return numbers;
    }

    @Test
    void theCopyIsSoundSmallerAndSaysTheSame() throws Exception {
        Path source = TinyGguf.seeded(1).writeTo(folder);
        GgufFile old = GgufFile.read(source);
        for (TensorType wanted : new TensorType[] {TensorType.Q8_0, TensorType.Q4_0}) {
            GgufQuantiser quantiser = GgufQuantiser.of(source, wanted);
            assertTrue(quantiser.pays());
            Path copy = folder.resolve(wanted + ".gguf");
            quantiser.write(source, copy, "stage", Progress.SILENT, Cancellation.NEVER);
            assertEquals(quantiser.bytes(), Files.size(copy));
            assertTrue(Files.size(copy) * 3 < Files.size(source));
            GgufFile made = GgufFile.read(copy);
            assertEquals(old.metadata(), made.metadata());
            for (int i = 0; i < old.tensors().size(); i++) {
                GgufFile.Tensor before = old.tensors().get(i);
                GgufFile.Tensor after = made.tensors().get(i);
                assertEquals(before.name(), after.name());
                assertEquals(before.shape(), after.shape());
                assertEquals(
                        before.name().contains("norm")
                                ? TensorType.F32
                                : before.name().startsWith("blk") ? wanted : TensorType.Q8_0,
                        after.type(),
                        before.name());
            }
            assertFalse(GgufQuantiser.of(copy, TensorType.Q8_0).pays());
        }
    }

    /** Other modules load this file; {@code -Dgolden.update=true} writes it anew. */
    @Test
    void theKeptModelIsWhatIsMadeNow() throws Exception {
        Path kept = Path.of("src/test/resources/dev/orrery/models/tiny-gguf/tiny.gguf");
        Path source = TinyGguf.seeded(1).writeTo(folder);
        Path made = folder.resolve("made");
        GgufQuantiser.of(source, TensorType.Q8_0).write(source, made, "stage", Progress.SILENT, Cancellation.NEVER);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(kept.getParent());
            Files.copy(made, kept, StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(-1, Files.mismatch(kept, made));
    }

    @Test
    void itStopsWhenItIsCancelled() throws Exception {
        Path source = TinyGguf.seeded(1).writeTo(folder);
        assertThrows(CancellationException.class, () -> GgufQuantiser.of(source, TensorType.Q8_0)
                .write(source, folder.resolve("copy"), "stage", Progress.SILENT, () -> true));
    }
}
