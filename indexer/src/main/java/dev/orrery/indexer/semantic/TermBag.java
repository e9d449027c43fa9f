package dev.orrery.indexer.semantic;

import java.util.Arrays;

/**
 * Terms and what they weigh.
 *
 * @param terms in rising order
 * @param weights of the terms, positive
 */
@SuppressWarnings("ArrayRecordComponent")
record TermBag(int[] terms, float[] weights) {
    static final TermBag EMPTY = new TermBag(new int[0], new float[0]);

    int size() {
        return terms.length;
    }

    float sum() {
        float sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        return sum;
    }

    float weight(int term) {
        int at = Arrays.binarySearch(terms, term);
        return at < 0 ? 0 : weights[at];
    }
}
