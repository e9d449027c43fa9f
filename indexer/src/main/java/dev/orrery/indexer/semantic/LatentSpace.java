package dev.orrery.indexer.semantic;

import dev.orrery.api.Cancellation;
import dev.orrery.api.EmbeddingSpace;
import dev.orrery.indexer.store.ContentHash;
import dev.orrery.indexer.store.StoredSpace;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Latent semantic analysis (Deerwester, Dumais, Furnas, Landauer and Harshman, 1990) of one repository: terms that occur
 * together lie in one direction. A declaration's vector is the sum of its terms' vectors, weighted by how rare they are, so
 * that a declaration that was not learned from is folded in by the same sum. Immutable.
 */
final class LatentSpace {
    static final int DIMENSIONS = 128;
    private static final int MOST_TERMS = 4096;
    /** With as many directions as terms no two terms would be related. */
    private static final int TERMS_A_DIMENSION = 4;

    private static final String ID = "orrery-latent-1";
    private static final long SEED = 20;

    private final StoredSpace stored;
    private final Map<Integer, Integer> rows = new HashMap<>();
    private final float[] vectors;
    private final EmbeddingSpace space;

    private LatentSpace(StoredSpace stored, Terms terms) {
        this.stored = stored;
        for (int row = 0; row < stored.stems().length; row++) {
            rows.put(terms.number(stored.stems()[row]), row);
        }
        this.vectors = PackedRows.unpack(stored.vectors(), DIMENSIONS);
        this.space = new EmbeddingSpace(ID, version(stored), DIMENSIONS);
    }

    private static String version(StoredSpace stored) {
        var digest = ContentHash.sha256();
        for (String stem : stored.stems()) {
            digest.update(stem.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        digest.update(stored.vectors());
        digest.update(stored.means());
        for (int frequency : stored.frequencies()) {
            digest.update(ByteBuffer.allocate(4).putInt(frequency).flip());
        }
        return ContentHash.of(digest).toString();
    }

    /** @throws IllegalArgumentException where the stored space is not one of this kind */
    static LatentSpace of(StoredSpace stored, Terms terms) {
        int size = stored.stems().length;
        if (stored.vectors().length != PackedRows.bytes(size, DIMENSIONS)
                || stored.means().length != size
                || stored.frequencies().length != size) {
            throw new IllegalArgumentException("not a latent space of " + DIMENSIONS + " dimensions");
        }
        return new LatentSpace(stored, terms);
    }

    /** Learns from declarations, in their order. */
    static LatentSpace learn(
            List<TermBag> bags, double averageLength, Terms terms, ExecutorService threads, Cancellation cancellation)
            throws InterruptedException {
        int[] frequencies = new int[terms.size()];
        double[] means = new double[frequencies.length];
        for (TermBag bag : bags) {
            for (int i = 0; i < bag.size(); i++) {
                frequencies[bag.terms()[i]]++;
                means[bag.terms()[i]] += bag.weights()[i] / bags.size();
            }
        }
        int[] chosen = chosen(frequencies, terms);
        int[] rowOf = new int[frequencies.length];
        Arrays.fill(rowOf, -1);
        String[] stems = new String[chosen.length];
        int[] chosenFrequencies = new int[chosen.length];
        byte[] chosenMeans = new byte[chosen.length];
        for (int row = 0; row < chosen.length; row++) {
            rowOf[chosen[row]] = row;
            stems[row] = terms.stem(chosen[row]);
            chosenFrequencies[row] = frequencies[chosen[row]];
            chosenMeans[row] = (byte) PackedRows.level(means[chosen[row]]);
        }
        SparseRows matrix = matrix(bags, rowOf, chosenFrequencies);
        float[] vectors = chosen.length == 0
                ? new float[0]
                : new RandomizedSvd(matrix, threads, cancellation)
                        .leading(DIMENSIONS, Math.clamp(chosen.length / TERMS_A_DIMENSION, 2, DIMENSIONS), SEED)
                        .vectors();
        byte[] packed = PackedRows.pack(vectors, DIMENSIONS);
        return new LatentSpace(
                new StoredSpace(
                        stems, chosenFrequencies, chosenMeans, packed, bags.size(), (int) Math.round(averageLength)),
                terms);
    }

    /** The most frequent terms that more than one declaration has, in the order of their stems. */
    private static int[] chosen(int[] frequencies, Terms terms) {
        return IntStream.range(0, frequencies.length)
                .filter(term -> frequencies[term] > 1)
                .boxed()
                .sorted(Comparator.comparingInt((Integer term) -> -frequencies[term])
                        .thenComparing(terms::stem))
                .limit(MOST_TERMS)
                .sorted(Comparator.comparing(terms::stem))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static SparseRows matrix(List<TermBag> bags, int[] rowOf, int[] frequencies) {
        SparseRows matrix = new SparseRows(frequencies.length);
        for (TermBag bag : bags) {
            TermBag known = knownRows(bag, term -> rowOf[term]);
            double square = 0;
            float[] values = new float[known.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = factor(known.weights()[i], frequencies[known.terms()[i]], bags.size());
                square += values[i] * values[i];
            }
            float length = (float) Math.sqrt(square);
            for (int i = 0; i < values.length; i++) {
                matrix.add(known.terms()[i], values[i] / length);
            }
            matrix.endRow();
        }
        return matrix;
    }

    /** The bag by rows of the space, in rising order, so that sums do not depend on how terms are numbered. */
    private static TermBag knownRows(TermBag bag, IntUnaryOperator rowOf) {
        TermCounts rows = new TermCounts();
        for (int i = 0; i < bag.size(); i++) {
            int row = rowOf.applyAsInt(bag.terms()[i]);
            if (row >= 0) {
                rows.add(row, bag.weights()[i]);
            }
        }
        return rows.toBag(1);
    }

    private static float factor(double weight, int frequency, int declarations) {
        return (float) (Math.sqrt(weight) * rarity(frequency, declarations));
    }

    private static double rarity(int frequency, int declarations) {
        return Math.log(1 + declarations / (frequency + 1.0));
    }

    EmbeddingSpace space() {
        return space;
    }

    StoredSpace stored() {
        return stored;
    }

    /** How rare a term is, after the definition of BM25. */
    double inverseFrequency(int term) {
        Integer row = rows.get(term);
        double frequency = row == null ? 1 : stored.frequencies()[row];
        return Math.log(1 + (stored.declarations() - frequency + 0.5) / (frequency + 0.5));
    }

    /** The mean weight of a term over all declarations. */
    double mean(int term) {
        Integer row = rows.get(term);
        return row == null ? 0.05 / Math.max(1, stored.declarations()) : PackedRows.value(stored.means()[row] & 0xff);
    }

    /** Counted terms of a declaration, on average. */
    double averageLength() {
        return stored.averageLength();
    }

    /** The unit vector of a declaration. */
    float[] embed(TermBag bag) {
        float[] sum = new float[DIMENSIONS];
        TermBag known = knownRows(bag, term -> rows.getOrDefault(term, -1));
        for (int i = 0; i < known.size(); i++) {
            int row = known.terms()[i];
            add(row, factor(known.weights()[i], stored.frequencies()[row], stored.declarations()), sum);
        }
        return normalised(sum);
    }

    /** The unit vector of a question: its words stand for the terms of code that they may describe. */
    float[] embedWords(int[] words, Translation translation) {
        float[] sum = new float[DIMENSIONS];
        for (int word : words) {
            TermBag described = translation.describedBy(word);
            double all = 0;
            for (int i = 0; i < described.size(); i++) {
                all += described.weights()[i] * Math.sqrt(mean(described.terms()[i]));
            }
            for (int i = 0; i < described.size(); i++) {
                int term = described.terms()[i];
                Integer row = rows.get(term);
                if (row != null) {
                    double share = described.weights()[i] * Math.sqrt(mean(term)) / all;
                    add(row, share * rarity(stored.frequencies()[row], stored.declarations()), sum);
                }
            }
        }
        return normalised(sum);
    }

    private void add(int row, double factor, float[] sum) {
        int base = row * DIMENSIONS;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] += (float) factor * vectors[base + i];
        }
    }

    private static float[] normalised(float[] vector) {
        double square = 0;
        for (float x : vector) {
            square += x * x;
        }
        float length = (float) Math.sqrt(square);
        if (length > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= length;
            }
        }
        return vector;
    }
}
