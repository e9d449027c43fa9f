package dev.orrery.indexer.semantic;

import java.util.Random;

/**
 * Turns vectors so that every bit of a binary code says as much as any other: the leading dimensions, which say the most, are
 * rotated at random (Gong and Lazebnik, "Iterative Quantization", CVPR 2011, without the iterations). Immutable.
 */
final class CodeProjection {
    private static final long SEED = 64;

    private final int bits;
    private final float[] rotation;

    /** @param bits of a code, no more than vectors have dimensions */
    CodeProjection(int bits) {
        this.bits = bits;
        this.rotation = new float[bits * bits];
        Random random = new Random(SEED);
        for (int i = 0; i < rotation.length; i++) {
            rotation[i] = (float) random.nextGaussian();
        }
        for (int row = 0; row < bits; row++) {
            for (int other = 0; other < row; other++) {
                float share = product(row, rotation, other * bits);
                for (int i = 0; i < bits; i++) {
                    rotation[row * bits + i] -= share * rotation[other * bits + i];
                }
            }
            float length = (float) Math.sqrt(product(row, rotation, row * bits));
            for (int i = 0; i < bits; i++) {
                rotation[row * bits + i] /= length;
            }
        }
    }

    private float product(int row, float[] other, int at) {
        float sum = 0;
        for (int i = 0; i < bits; i++) {
            sum += rotation[row * bits + i] * other[at + i];
        }
        return sum;
    }

    float[] project(float[] vector) {
        float[] projected = new float[bits];
        for (int row = 0; row < bits; row++) {
            projected[row] = product(row, vector, 0);
        }
        return projected;
    }

    /** A vector's code, {@code bits / 64} longs. */
    long[] code(float[] vector) {
        long[] code = new long[bits / 64];
        BinaryCodes.encode(project(vector), code, 0);
        return code;
    }
}
