package dev.orrery.indexer.semantic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Cancellation;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Catches singular vectors that are not the leading ones, not orthonormal, or other ones on other machines. */
class RandomizedSvdTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsTheVectorsThatTheMatrixWasMadeOf(long seed) throws Exception {
        Random random = new Random(seed);
        int rows = 40 + random.nextInt(200);
        int columns = 5 + random.nextInt(60);
        int rank = 1 + random.nextInt(Math.min(columns, 12));
        double[][] left = orthonormal(random, rank, rows);
        double[][] right = orthonormal(random, rank, columns);
        SparseRows matrix = new SparseRows(columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double sum = 0;
                for (int k = 0; k < rank; k++) {
                    sum += left[k][row] * singular(k) * right[k][column];
                }
                matrix.add(column, (float) sum);
            }
            matrix.endRow();
        }
        int wanted = rank + 3;
        RandomizedSvd.Result result = leading(matrix, wanted, seed, 2);
        for (int k = 0; k < wanted; k++) {
            assertEquals(k < rank ? singular(k) : 0, result.singular()[k], 0.02, "singular value " + k);
            double along = 0;
            for (int column = 0; column < columns && k < rank; column++) {
                along += result.vectors()[column * wanted + k] * right[k][column];
            }
            assertEquals(k < rank ? 1 : 0, Math.abs(along), 1e-3, "vector " + k);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8})
    void theNumberOfThreadsChangesNotOneBit(long seed) throws Exception {
        Random random = new Random(seed);
        SparseRows matrix = new SparseRows(300);
        for (int row = 0; row < 2000; row++) {
            for (int i = 0; i < 8; i++) {
                matrix.add(random.nextInt(300), random.nextFloat());
            }
            matrix.endRow();
        }
        float[] one = leading(matrix, 20, seed, 1).vectors();
        assertArrayEquals(one, leading(matrix, 20, seed, 7).vectors());
    }

    private static double singular(int k) {
        return 10 * Math.pow(0.6, k);
    }

    private static RandomizedSvd.Result leading(SparseRows matrix, int rank, long seed, int threads) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            return new RandomizedSvd(matrix, pool, Cancellation.NEVER).leading(rank, rank, seed);
        }
    }

    private static double[][] orthonormal(Random random, int count, int size) {
        double[][] vectors = new double[count][size];
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < size; i++) {
                vectors[k][i] = random.nextGaussian();
            }
            for (int pass = 0; pass < 2; pass++) {
                for (int other = 0; other < k; other++) {
                    double share = dot(vectors[k], vectors[other]);
                    for (int i = 0; i < size; i++) {
                        vectors[k][i] -= share * vectors[other][i];
                    }
                }
            }
            double length = Math.sqrt(dot(vectors[k], vectors[k]));
            for (int i = 0; i < size; i++) {
                vectors[k][i] /= length;
            }
        }
        return vectors;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
