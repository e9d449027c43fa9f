package dev.orrery.models.safety;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Logistic regression over {@link InjectionFeatures}: a window of words is scored by the sum of the weights of what is in it, and a text by
 * its worst window. Weights are bytes; the score's unit is that of the weights. Immutable.
 */
final class InjectionModel {
    /** Words in a window. */
    static final int WINDOW = 24;

    /** The first number of a file of weights: what it is, and its version. */
    static final int FORMAT = 0x4F494A01;

    private final byte[] weights;
    private final int threshold;

    /** @param threshold a window whose weights sum up to more speaks to a model */
    InjectionModel(byte[] weights, int threshold) {
        this.weights = weights;
        this.threshold = threshold;
    }

    /** Reads the weights that come with the program. */
    static InjectionModel load() {
        try (InputStream file = InjectionModel.class.getResourceAsStream("injection.weights")) {
            if (file == null) {
                throw new IllegalStateException(
                        "injection.weights is missing; models/training/injection/train.sh makes it");
            }
            DataInputStream data = new DataInputStream(file);
            if (data.readInt() != FORMAT) {
                throw new IllegalStateException("injection.weights is of another version");
            }
            int threshold = data.readInt();
            byte[] weights = new byte[InjectionFeatures.BUCKETS];
            data.readFully(weights);
            return new InjectionModel(weights, threshold);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    int threshold() {
        return threshold;
    }

    /**
     * The sum of the weights of each word's features. A feature that was there within the last window counts nothing, so that a
     * text that repeats one word says it once.
     */
    int[] scores(Words words) {
        int[] scores = new int[words.count];
        int[] seen = new int[InjectionFeatures.BUCKETS];
        InjectionFeatures.each(words, new InjectionFeatures.WordConsumer() {
            private int current;

            @Override
            public void word(int number) {
                current = number;
            }

            @Override
            public void accept(int feature) {
                if (seen[feature] == 0 || current - seen[feature] + 1 >= WINDOW) {
                    scores[current] += weights[feature];
                }
                seen[feature] = current + 1;
            }
        });
        return scores;
    }
}
