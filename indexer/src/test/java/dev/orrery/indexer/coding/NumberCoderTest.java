package dev.orrery.indexer.coding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NumberCoderTest {
    private final long seed = Long.getLong("orrery.test.seed", new Random().nextLong());

    @Test
    void numbersComeBack() throws DamagedCodeException {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int count = random.nextInt(2000);
            int contexts = 1 + random.nextInt(9);
            int[] numbers = new int[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = random.nextInt() >>> random.nextInt(32);
            }
            RangeCoder out = RangeCoder.writing();
            walk(new NumberCoder(out, 2, contexts), numbers, contexts);
            byte[] bytes = out.toBytes();
            int[] read = new int[count];
            walk(new NumberCoder(RangeCoder.reading(bytes, 0, bytes.length), 2, contexts), read, contexts);
            assertArrayEquals(numbers, read, "seed " + seed);
        }
    }

    private static void walk(NumberCoder coder, int[] numbers, int contexts) throws DamagedCodeException {
        for (int i = 0; i < numbers.length; i++) {
            int context = i % contexts;
            numbers[i] = context % 2 == 0
                    ? coder.unsigned(i & 1, context, numbers[i])
                    : coder.signed(i & 1, context, numbers[i]);
        }
    }

    @Test
    void whatIsExpectedTakesHardlyAnything() throws DamagedCodeException {
        RangeCoder out = RangeCoder.writing();
        NumberCoder coder = new NumberCoder(out, 1, 1);
        for (int i = 0; i < 100_000; i++) {
            coder.unsigned(0, 0, 0);
        }
        assertTrue(out.toBytes().length < 100);
    }

    /** Whatever the bytes are, reading ends before it has made more than they can stand for. */
    @Test
    void damagedBytesEnd() {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            byte[] bytes = new byte[random.nextInt(100)];
            random.nextBytes(bytes);
            if (round % 5 == 0) {
                bytes = new byte[bytes.length];
            }
            NumberCoder coder = new NumberCoder(RangeCoder.reading(bytes, 0, bytes.length), 1, 1);
            int most = (bytes.length + 2 * Integer.BYTES) * RangeCoder.MOST_BITS;
            assertThrows(
                    DamagedCodeException.class,
                    () -> {
                        for (int i = 0; i < most; i++) {
                            coder.unsigned(0, 0, 0);
                        }
                    },
                    () -> "seed " + seed);
        }
    }
}
