package dev.orrery.indexer.semantic;

import dev.orrery.indexer.semantic.HotFiles.Ready;

/**
 * Ranks candidates by their texts: by how likely the text would be described by the question, by BM25, and by the nearness of exact
 * vectors, fused by rank.
 */
final class Reranking {
    private static final double LEXICAL_WEIGHT = 0.3;
    private static final double VECTOR_WEIGHT = 0.3;
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final int[] words;
    private final float[] query;
    private final LatentSpace latent;
    private final TermBag[] described;
    private final double[] chance;

    Reranking(int[] words, float[] query, LatentSpace latent, Translation translation) {
        this.words = words;
        this.query = query;
        this.latent = latent;
        this.described = new TermBag[words.length];
        this.chance = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            described[i] = translation.describedBy(words[i]);
            chance[i] = 1e-6;
            for (int k = 0; k < described[i].size(); k++) {
                chance[i] +=
                        described[i].weights()[k] * latent.mean(described[i].terms()[k]);
            }
        }
    }

    /** Scores of the candidates, greater is better. */
    double[] rank(Ready[] candidates) {
        float[] likely = new float[candidates.length];
        float[] lexical = new float[candidates.length];
        float[] near = new float[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            Reading reading = candidates[i].reading();
            likely[i] = (float) description(reading);
            lexical[i] = (float) bm25(reading.counts());
            near[i] = dot(query, candidates[i].vector());
        }
        return new Fusion(candidates.length)
                .add(1, likely)
                .add(LEXICAL_WEIGHT, lexical)
                .add(VECTOR_WEIGHT, near)
                .scores();
    }

    private double description(Reading reading) {
        double share = reading.documentation().size() == 0 ? 0 : Reading.DOCUMENTED;
        double score = 0;
        for (int i = 0; i < words.length; i++) {
            double probability = 0;
            TermBag terms = described[i];
            for (int k = 0; k < reading.code().size(); k++) {
                probability += reading.code().weights()[k]
                        * terms.weight(reading.code().terms()[k]);
            }
            probability =
                    (1 - share) * probability + share * reading.documentation().weight(words[i]);
            score += Math.log1p(probability / chance[i]);
        }
        return score;
    }

    private double bm25(TermBag counts) {
        double norm = K1 * (1 - B + B * counts.sum() / Math.max(1, latent.averageLength()));
        double score = 0;
        for (int word : words) {
            double count = counts.weight(word);
            score += count * (K1 + 1) / (count + norm) * latent.inverseFrequency(word);
        }
        return score;
    }

    static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
