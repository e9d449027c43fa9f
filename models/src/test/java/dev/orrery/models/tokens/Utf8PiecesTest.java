package dev.orrery.models.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class Utf8PiecesTest {
    private final long seed =
            Long.getLong("orrery.test.seed", ThreadLocalRandom.current().nextLong());
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    void anyBytesInAnyPiecesGiveTheTextThatAllAtOnceGives() {
        System.out.println("Utf8PiecesTest seed " + seed);
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = bytes();
            Utf8Pieces pieces = new Utf8Pieces();
            StringBuilder text = new StringBuilder();
            for (int start = 0; start < bytes.length; ) {
                int end = Math.min(bytes.length, start + random.nextInt(1, 6));
                text.append(pieces.add(Arrays.copyOfRange(bytes, start, end)));
                start = end;
            }
            assertEquals(
                    new String(bytes, StandardCharsets.UTF_8),
                    text.append(pieces.end()).toString());
        }
    }

    private byte[] bytes() {
        if (random.nextBoolean()) {
            byte[] any = new byte[random.nextInt(60)];
            random.nextBytes(any);
            return any;
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(new int[] {'a', 'ß', '€', 0x1f600}[random.nextInt(4)]);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
