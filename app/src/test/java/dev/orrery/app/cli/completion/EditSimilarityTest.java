package dev.orrery.app.cli.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EditSimilarityTest {
    @Test
    void isOneForTheSameAndZeroForNothingInCommon() {
        assertEquals(1, EditSimilarity.of("", ""));
        assertEquals(1, EditSimilarity.of("abc", "abc"));
        assertEquals(0, EditSimilarity.of("", "abc"));
        assertEquals(0, EditSimilarity.of("abc", "xyz"));
        assertEquals(1 - 3 / 7.0, EditSimilarity.of("kitten", "sitting"), 1e-12);
    }

    @Test
    void equalsTheDefinition() {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            String a = word(random);
            String b = word(random);
            double expected =
                    a.isEmpty() && b.isEmpty() ? 1 : 1 - naive(a, b) / (double) Math.max(a.length(), b.length());
            assertEquals(expected, EditSimilarity.of(a, b), 1e-12, "seed " + seed);
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        random.ints(random.nextInt(6), 'a', 'd').forEach(c -> word.append((char) c));
        return word.toString();
    }

    private static int naive(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        int replaced = naive(a.substring(1), b.substring(1)) + (a.charAt(0) == b.charAt(0) ? 0 : 1);
        return Math.min(replaced, 1 + Math.min(naive(a.substring(1), b), naive(a, b.substring(1))));
    }
}
