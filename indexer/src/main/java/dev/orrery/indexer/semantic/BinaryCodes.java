package dev.orrery.indexer.semantic;

import java.util.Arrays;

/**
 * Binary codes of vectors side by side, scanned exactly: nothing to build, nothing to balance, and below a few million codes
 * faster than a graph of neighbours. A code's bits are the signs of a vector's projections. What is near by code is a
 * candidate, to be ranked again by exact vectors. Safe from any thread once filled.
 */
final class BinaryCodes {
    private final long[] codes;
    private final int longs;

    /** @param longs how many longs make up one code */
    BinaryCodes(long[] codes, int longs) {
        this.codes = codes;
        this.longs = longs;
    }

    int size() {
        return codes.length / longs;
    }

    int bits() {
        return longs * 64;
    }

    /** Writes the signs of {@code projections}, 64 a long, to {@code codes} from {@code at}. */
    static void encode(float[] projections, long[] codes, int at) {
        for (int i = 0; i < projections.length; i++) {
            if (projections[i] > 0) {
                codes[at + i / 64] |= 1L << i;
            }
        }
    }

    /** The {@code count} codes that differ from {@code code} in the fewest bits, in the order of their numbers. */
    int[] nearest(long[] code, int count) {
        short[] distances = new short[size()];
        switch (longs) {
            case 1 -> {
                long c = code[0];
                for (int i = 0; i < distances.length; i++) {
                    distances[i] = (short) Long.bitCount(codes[i] ^ c);
                }
            }
            case 4 -> {
                long c0 = code[0];
                long c1 = code[1];
                long c2 = code[2];
                long c3 = code[3];
                for (int i = 0; i < distances.length; i++) {
                    int at = i << 2;
                    distances[i] = (short) (Long.bitCount(codes[at] ^ c0)
                            + Long.bitCount(codes[at + 1] ^ c1)
                            + Long.bitCount(codes[at + 2] ^ c2)
                            + Long.bitCount(codes[at + 3] ^ c3));
                }
            }
            default -> {
                for (int i = 0; i < distances.length; i++) {
                    int distance = 0;
                    for (int k = 0; k < longs; k++) {
                        distance += Long.bitCount(codes[i * longs + k] ^ code[k]);
                    }
                    distances[i] = (short) distance;
                }
            }
        }
        return smallest(distances, longs * 64, count);
    }

    /**
     * The {@code count} codes nearest to a vector that is not rounded to bits itself, in the order of their numbers: each bit that
     * differs costs the size of the vector's projection.
     */
    int[] nearest(float[] projections, int count) {
        int tables = longs * 8;
        int most = 4000 / tables;
        float largest = 0;
        float[][] costs = new float[tables][256];
        for (int table = 0; table < tables; table++) {
            for (int bits = 0; bits < 256; bits++) {
                float cost = 0;
                for (int bit = 0; bit < 8; bit++) {
                    float projection = projections[table * 8 + bit];
                    boolean differs = (bits >> bit & 1) == 1 != projection > 0;
                    cost += differs ? Math.abs(projection) : 0;
                }
                costs[table][bits] = cost;
                largest = Math.max(largest, cost);
            }
        }
        short[] steps = new short[tables * 256];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (short) Math.round(costs[i >> 8][i & 255] * most / Math.max(largest, 1e-20f));
        }
        short[] distances = new short[size()];
        for (int i = 0; i < distances.length; i++) {
            int distance = 0;
            int table = 0;
            for (int k = 0; k < longs; k++) {
                long code = codes[i * longs + k];
                for (int shift = 0; shift < 64; shift += 8, table += 256) {
                    distance += steps[table + (int) (code >>> shift & 255)];
                }
            }
            distances[i] = (short) distance;
        }
        return smallest(distances, tables * most, count);
    }

    /** The positions of the {@code count} smallest, by counting; among equals the first. */
    private static int[] smallest(short[] distances, int largest, int count) {
        int[] histogram = new int[largest + 1];
        for (short distance : distances) {
            histogram[distance]++;
        }
        int wanted = Math.min(count, distances.length);
        int threshold = 0;
        int below = 0;
        while (threshold <= largest && below + histogram[threshold] < wanted) {
            below += histogram[threshold++];
        }
        int atThreshold = wanted - below;
        int[] found = new int[wanted];
        int size = 0;
        for (int i = 0; i < distances.length && size < wanted; i++) {
            if (distances[i] < threshold || distances[i] == threshold && atThreshold-- > 0) {
                found[size++] = i;
            }
        }
        return Arrays.copyOf(found, size);
    }
}
