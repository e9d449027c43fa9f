package dev.orrery.indexer.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BytesTest {
    /** Borrows between the eight bytes of a word are the classic mistake. */
    @Test
    void eightAtATimeIsAsOneByOne() {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            byte wanted = (byte) (random.nextInt(3) - 1);
            int first = -1;
            int last = -1;
            int count = 0;
            boolean ascii = true;
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) (wanted + random.nextInt(5) * (random.nextBoolean() ? 1 : 0x40));
                if (bytes[at] == wanted) {
                    first = first < 0 ? at : first;
                    last = at;
                    count++;
                }
                ascii &= bytes[at] >= 0;
            }
            assertEquals(first, Bytes.indexOf(bytes, 0, bytes.length, wanted), "seed " + seed);
            assertEquals(last, Bytes.lastIndexOf(bytes, 0, bytes.length, wanted), "seed " + seed);
            assertEquals(count, Bytes.count(bytes, 0, bytes.length, wanted), "seed " + seed);
            assertEquals(ascii, Bytes.isAscii(bytes, 0, bytes.length), "seed " + seed);
        }
    }
}
