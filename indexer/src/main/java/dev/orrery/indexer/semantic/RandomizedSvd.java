package dev.orrery.indexer.semantic;

import dev.orrery.api.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The leading right singular vectors of a sparse matrix by randomised subspace iteration (Halko, Martinsson and Tropp,
 * "Finding Structure with Randomness", SIAM Review 2011, algorithms 4.4 and 5.1, applied to the Gram matrix, so that nothing
 * as tall as the matrix is kept). The same seed gives the same bits on any number of threads: rows are summed in a fixed
 * number of blocks.
 */
final class RandomizedSvd {
    private static final int OVERSAMPLING = 16;
    private static final int ROUNDS = 3;
    private static final int BLOCKS = 4;

    private final SparseRows matrix;
    private final ExecutorService threads;
    private final Cancellation cancellation;

    RandomizedSvd(SparseRows matrix, ExecutorService threads, Cancellation cancellation) {
        this.matrix = matrix;
        this.threads = threads;
        this.cancellation = cancellation;
    }

    /**
     * @param vectors {@code columnCount} rows of {@code size} floats; columns are orthonormal, those beyond the rank zero
     * @param singular values in falling order
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Result(float[] vectors, double[] singular) {}

    /**
     * @param size of a row of the result
     * @param rank how many vectors are wanted, no more than {@code size}; the matrix may have fewer
     */
    Result leading(int size, int rank, long seed) throws InterruptedException {
        int rows = matrix.columnCount();
        int width = Math.min(rows, rank + OVERSAMPLING);
        float[] basis = new float[rows * width];
        Random random = new Random(seed);
        for (int i = 0; i < basis.length; i++) {
            basis[i] = (float) random.nextGaussian();
        }
        orthonormalise(basis, rows, width);
        for (int round = 0; round < ROUNDS; round++) {
            basis = gramTimes(basis, width);
            orthonormalise(basis, rows, width);
        }
        double[] small = transposeTimes(basis, gramTimes(basis, width), rows, width);
        SymmetricEigen eigen = SymmetricEigen.of(small, width);
        Integer[] order = IntStream.range(0, width)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -eigen.values()[i]))
                .toArray(Integer[]::new);
        float[] vectors = new float[rows * size];
        double[] singular = new double[size];
        double largest = Math.max(eigen.values()[order[0]], 0);
        for (int k = 0; k < Math.min(rank, width); k++) {
            double value = eigen.values()[order[k]];
            if (value <= largest * 1e-7) {
                break;
            }
            singular[k] = Math.sqrt(value);
            for (int row = 0; row < rows; row++) {
                double sum = 0;
                for (int i = 0; i < width; i++) {
                    sum += basis[row * width + i] * eigen.vectors()[i * width + order[k]];
                }
                vectors[row * size + k] = (float) sum;
            }
        }
        return new Result(vectors, singular);
    }

    private float[] gramTimes(float[] right, int width) throws InterruptedException {
        List<Future<float[]>> parts = new ArrayList<>();
        for (int block = 0; block < BLOCKS; block++) {
            int from = (int) ((long) matrix.rowCount() * block / BLOCKS);
            int to = (int) ((long) matrix.rowCount() * (block + 1) / BLOCKS);
            parts.add(threads.submit(() -> {
                float[] part = new float[right.length];
                for (int at = from; at < to; at += 1024) {
                    cancellation.throwIfRequested();
                    matrix.addGramTimes(at, Math.min(to, at + 1024), right, width, part);
                }
                return part;
            }));
        }
        float[] sum = new float[right.length];
        for (Future<float[]> part : parts) {
            float[] add = waitFor(part);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += add[i];
            }
        }
        return sum;
    }

    private static float[] waitFor(Future<float[]> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException unexpected) {
                throw unexpected;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Modified Gram-Schmidt, twice over where a column nearly vanishes; one that does vanish becomes zero. */
    private void orthonormalise(float[] basis, int rows, int width) {
        float[][] columns = new float[width][rows];
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < width; k++) {
                columns[k][row] = basis[row * width + k];
            }
        }
        for (int k = 0; k < width; k++) {
            cancellation.throwIfRequested();
            double before = Math.sqrt(dot(columns[k], columns[k]));
            for (int pass = 0; pass < 2; pass++) {
                for (int other = 0; other < k; other++) {
                    float share = (float) dot(columns[k], columns[other]);
                    for (int row = 0; row < rows; row++) {
                        columns[k][row] -= share * columns[other][row];
                    }
                }
            }
            double length = Math.sqrt(dot(columns[k], columns[k]));
            if (length <= before * 1e-6) {
                Arrays.fill(columns[k], 0);
            } else {
                for (int row = 0; row < rows; row++) {
                    columns[k][row] /= (float) length;
                }
            }
        }
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < width; k++) {
                basis[row * width + k] = columns[k][row];
            }
        }
    }

    private static double dot(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        int i = 0;
        for (; i + 3 < a.length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return (double) s0 + s1 + s2 + s3;
    }

    private static double[] transposeTimes(float[] left, float[] right, int rows, int width) {
        double[] product = new double[width * width];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < width; i++) {
                float value = left[row * width + i];
                for (int j = 0; j < width; j++) {
                    product[i * width + j] += value * right[row * width + j];
                }
            }
        }
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (product[i * width + j] + product[j * width + i]) / 2;
                product[i * width + j] = mean;
                product[j * width + i] = mean;
            }
        }
        return product;
    }
}
