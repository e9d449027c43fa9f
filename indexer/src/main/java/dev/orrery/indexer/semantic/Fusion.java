package dev.orrery.indexer.semantic;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Reciprocal rank fusion of several rankings of the same candidates (Cormack, Clarke and Buettcher, SIGIR 2009), weighted: ranks
 * are comparable where scores are not.
 */
final class Fusion {
    /** Small, because the first places are what counts in a list that a person reads. */
    private static final double OFFSET = 5;

    private final double[] fused;

    Fusion(int candidates) {
        this.fused = new double[candidates];
    }

    /** Candidates with equal scores share the best of their ranks. */
    Fusion add(double weight, float[] scores) {
        Integer[] order = order(scores);
        int rank = 0;
        for (int i = 0; i < order.length; i++) {
            if (i > 0 && scores[order[i]] != scores[order[i - 1]]) {
                rank = i;
            }
            fused[order[i]] += weight / (OFFSET + rank);
        }
        return this;
    }

    private static Integer[] order(float[] scores) {
        Integer[] order = new Integer[scores.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -scores[i]));
        return order;
    }

    double[] scores() {
        return fused;
    }
}
