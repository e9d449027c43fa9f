package dev.orrery.models.ngram;

import dev.orrery.models.ngram.Feature.Block;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How much each {@link Feature} counts: a weight for the place of the caret, and one for how much its block knows there. What they were
 * trained on is told in {@code models/training/ngram}. Kept as text, one weight a line: block, gate, feature, weight.
 */
final class Weights {
    /** Gates of a block at most. */
    static final int GATES = 96;

    private static final String RESOURCE = "weights.tsv";

    private final float[][] values = new float[Block.values().length][GATES * Feature.COUNT];

    private static final class Kept {
        private static final Weights TRAINED = read();
    }

    /** Those that come with the program. */
    static Weights trained() {
        return Kept.TRAINED;
    }

    /** All weights of a block: gate by gate, in each feature by feature. */
    float[] of(Block block) {
        return values[block.ordinal()];
    }

    /** Adds up the weight of each feature where each block has some gate. */
    void at(int[] gates, float[] into) {
        System.arraycopy(of(Block.PLACE), gates[0] * Feature.COUNT, into, 0, Feature.COUNT);
        for (Feature feature : FEATURES) {
            if (feature.block() != Block.PLACE) {
                int block = feature.block().ordinal();
                into[feature.ordinal()] += values[block][gates[block] * Feature.COUNT + feature.ordinal()];
            }
        }
    }

    private static final Feature[] FEATURES = Feature.values();

    private static Weights read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Weights.class.getResourceAsStream(RESOURCE)), StandardCharsets.UTF_8))) {
            return parse(in.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Weights parse(List<String> lines) {
        Weights weights = new Weights();
        for (String line : lines) {
            String[] parts = line.split("\t");
            int place = Integer.parseInt(parts[1]) * Feature.COUNT
                    + Feature.valueOf(parts[2]).ordinal();
            weights.of(Block.valueOf(parts[0]))[place] = Float.parseFloat(parts[3]);
        }
        return weights;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Block block : Block.values()) {
            for (int at = 0; at < of(block).length; at++) {
                if (Math.abs(of(block)[at]) > 0.0005) {
                    lines.add(String.format(
                            Locale.ROOT,
                            "%s\t%d\t%s\t%.3f",
                            block,
                            at / Feature.COUNT,
                            FEATURES[at % Feature.COUNT],
                            of(block)[at]));
                }
            }
        }
        return lines;
    }
}
