package dev.orrery.indexer.semantic;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan, "Matrix Computations",
 * section 8.5).
 *
 * @param values in no order
 * @param vectors row by row; column k belongs to value k
 */
@SuppressWarnings("ArrayRecordComponent")
record SymmetricEigen(double[] values, double[] vectors) {
    private static final int MOST_SWEEPS = 30;

    /** @param symmetric {@code size} rows of as many numbers; overwritten */
    static SymmetricEigen of(double[] symmetric, int size) {
        double[] vectors = new double[size * size];
        for (int i = 0; i < size; i++) {
            vectors[i * size + i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(symmetric, size); sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(symmetric, vectors, size, p, q);
                }
            }
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = symmetric[i * size + i];
        }
        return new SymmetricEigen(values, vectors);
    }

    private static boolean isDiagonal(double[] a, int size) {
        double outside = 0;
        double all = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double square = a[i * size + j] * a[i * size + j];
                all += square;
                outside += i == j ? 0 : square;
            }
        }
        return outside <= all * 1e-18;
    }

    private static void rotate(double[] a, double[] vectors, int size, int p, int q) {
        double apq = a[p * size + q];
        if (apq == 0) {
            return;
        }
        double theta = (a[q * size + q] - a[p * size + p]) / (2 * apq);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        for (int k = 0; k < size; k++) {
            double akp = a[k * size + p];
            double akq = a[k * size + q];
            a[k * size + p] = c * akp - s * akq;
            a[k * size + q] = s * akp + c * akq;
        }
        for (int k = 0; k < size; k++) {
            double apk = a[p * size + k];
            double aqk = a[q * size + k];
            a[p * size + k] = c * apk - s * aqk;
            a[q * size + k] = s * apk + c * aqk;
            double vkp = vectors[k * size + p];
            double vkq = vectors[k * size + q];
            vectors[k * size + p] = c * vkp - s * vkq;
            vectors[k * size + q] = s * vkp + c * vkq;
        }
    }
}
