package dev.orrery.app.cli.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NgramTableTest {
    /** Fewer occurrences than are sampled, so that the shares are exactly those of counting. */
    @Test
    void predictsAsCountingDoes() {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int[] cells = random.ints(random.nextInt(120), 0, 1 << NgramTable.GAP + 1 + random.nextInt(2))
                    .toArray();
            int[] history = random.ints(random.nextInt(8), 0, 3).toArray();
            Map<Integer, Double> found = new HashMap<>();
            int longest = NgramTable.of(cells).predict(history, history.length, found);
            Map<Integer, Double> expected = new HashMap<>();
            assertEquals(naive(cells, history, expected), longest, "seed " + seed);
            assertEquals(expected.keySet(), found.keySet(), "seed " + seed);
            expected.forEach((cell, share) -> assertEquals(share, found.get(cell), 1e-9, "seed " + seed));
        }
    }

    private static int naive(int[] cells, int[] history, Map<Integer, Double> into) {
        int longest = cells.length == 0 ? -1 : 0;
        while (longest >= 0
                && longest + 1 < NgramTable.ORDER
                && longest < history.length
                && !following(cells, history, longest + 1).isEmpty()) {
            longest++;
        }
        double left = 1;
        for (int length = longest; length >= 0; length--) {
            double weight = length == 0 ? left : left * 0.6;
            Map<Integer, Integer> counts = following(cells, history, length);
            int all = occurrences(cells, history, length);
            counts.forEach((cell, count) -> into.merge(cell, weight * count / all, Double::sum));
            left -= weight;
        }
        return longest;
    }

    private static Map<Integer, Integer> following(int[] cells, int[] history, int length) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int at = 0; at + length < cells.length; at++) {
            if (matches(cells, at, history, length)) {
                counts.merge(cells[at + length], 1, Integer::sum);
            }
        }
        return counts;
    }

    private static int occurrences(int[] cells, int[] history, int length) {
        int count = 0;
        for (int at = 0; at + length <= cells.length && at < cells.length; at++) {
            count += matches(cells, at, history, length) ? 1 : 0;
        }
        return count;
    }

    private static boolean matches(int[] cells, int at, int[] history, int length) {
        for (int i = 0; i < length; i++) {
            if (cells[at + i] >>> NgramTable.GAP != history[history.length - length + i]) {
                return false;
            }
        }
        return true;
    }
}
