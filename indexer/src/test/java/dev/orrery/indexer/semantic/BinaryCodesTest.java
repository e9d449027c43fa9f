package dev.orrery.indexer.semantic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches a scan that misses a near code or counts bits of its neighbour: every answer is that of a naive scan. */
class BinaryCodesTest {

    @ParameterizedTest(name = "{0} longs, seed {1}")
    @CsvSource({"1, 1", "2, 2", "4, 3", "1, 4", "3, 5"})
    void nearestByBitsAreThoseOfANaiveScan(int longs, long seed) {
        Random random = new Random(seed);
        long[] all = random.longs((long) longs * 500).toArray();
        BinaryCodes codes = new BinaryCodes(all, longs);
        for (int count : new int[] {0, 1, 10, 499, 500, 1000}) {
            long[] asked = random.longs(longs).toArray();
            int[] naive = IntStream.range(0, 500)
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer i) -> distance(all, i, asked))
                            .thenComparing(i -> i))
                    .limit(count)
                    .sorted()
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertArrayEquals(naive, codes.nearest(asked, count));
        }
    }

    private static int distance(long[] all, int code, long[] asked) {
        int distance = 0;
        for (int i = 0; i < asked.length * 64; i++) {
            boolean differs = (all[code * asked.length + i / 64] >> i & 1) != (asked[i / 64] >> i & 1);
            distance += differs ? 1 : 0;
        }
        return distance;
    }

    @ParameterizedTest(name = "{0} longs, seed {1}")
    @CsvSource({"1, 6", "2, 7", "4, 8"})
    void nearestToAVectorCostLessThanTheOthers(int longs, long seed) {
        Random random = new Random(seed);
        long[] all = random.longs((long) longs * 400).toArray();
        float[] vector = new float[longs * 64];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        int[] found = new BinaryCodes(all, longs).nearest(vector, 20);
        double[] costs =
                IntStream.range(0, 400).mapToDouble(i -> cost(all, i, vector)).toArray();
        double worst = Arrays.stream(found).mapToDouble(i -> costs[i]).max().orElseThrow();
        double[] sorted = Arrays.stream(costs).sorted().toArray();
        assertTrue(found.length == 20 && worst <= sorted[19] + 0.1 * longs, worst + " against " + sorted[19]);
    }

    private static double cost(long[] all, int code, float[] vector) {
        double cost = 0;
        for (int i = 0; i < vector.length; i++) {
            boolean set = (all[code * vector.length / 64 + i / 64] >> i & 1) == 1;
            cost += set == vector[i] > 0 ? 0 : Math.abs(vector[i]);
        }
        return cost;
    }
}
