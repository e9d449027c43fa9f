package dev.orrery.indexer.semantic;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.indexer.store.StoredMeaning.FileCodes;
import dev.orrery.indexer.text.names.SymbolFilter;
import java.util.BitSet;

/** One snapshot with what is known of it, ready to be asked: where the candidates come from. Immutable. */
final class Questioned {
    private static final int CANDIDATES_BY_GRAPH = 300;
    private static final int CANDIDATES_BY_CODE = 100;

    private final CodeGraph graph;
    private final Knowledge knowledge;
    private final GraphPostings postings;
    private final BinaryCodes codes;
    private final int[] coded;

    private Questioned(CodeGraph graph, Knowledge knowledge, GraphPostings postings, BinaryCodes codes, int[] coded) {
        this.graph = graph;
        this.knowledge = knowledge;
        this.postings = postings;
        this.codes = codes;
        this.coded = coded;
    }

    static Questioned of(CodeGraph graph, Knowledge knowledge, GraphPostings postings) {
        long[] all = new long[postings.rowCount()];
        int[] rows = new int[all.length];
        int count = 0;
        for (int row = 0; row < all.length; ) {
            int file = graph.file(postings.symbol(row));
            int end = row;
            while (end < all.length && graph.file(postings.symbol(end)) == file) {
                end++;
            }
            FileCodes known = knowledge.files().get(graph.path(file));
            if (known != null && known.codes().length == end - row) {
                System.arraycopy(known.codes(), 0, all, count, end - row);
                for (int i = row; i < end; i++) {
                    rows[count++] = i;
                }
            }
            row = end;
        }
        long[] present = java.util.Arrays.copyOf(all, count);
        return new Questioned(graph, knowledge, postings, new BinaryCodes(present, 1), rows);
    }

    CodeGraph graph() {
        return graph;
    }

    Knowledge knowledge() {
        return knowledge;
    }

    GraphPostings postings() {
        return postings;
    }

    /** Symbols worth a closer look, in the order of the graph. */
    int[] candidates(int[] words, float[] vector, int more, SymbolFilter filter, Cancellation cancellation) {
        BitSet rows = new BitSet();
        float[] scores = postings.score(words, knowledge.embedder().translation(), cancellation);
        for (int row = 0; row < scores.length; row++) {
            if (scores[row] > 0 && !filter.passes(graph, postings.symbol(row))) {
                scores[row] = 0;
            }
        }
        best(scores, Math.max(CANDIDATES_BY_GRAPH, more), rows);
        for (int near : codes.nearest(SemanticIndex.PROJECTION.project(vector), CANDIDATES_BY_CODE)) {
            if (filter.passes(graph, postings.symbol(coded[near]))) {
                rows.set(coded[near]);
            }
        }
        return rows.stream().map(postings::symbol).toArray();
    }

    /** The rows of the greatest scores above zero. */
    private static void best(float[] scores, int count, BitSet rows) {
        float[] positive = new float[scores.length];
        int size = 0;
        for (float score : scores) {
            if (score > 0) {
                positive[size++] = score;
            }
        }
        java.util.Arrays.sort(positive, 0, size);
        float threshold = size <= count ? 0 : positive[size - count];
        for (int row = 0; row < scores.length; row++) {
            if (scores[row] > 0 && scores[row] >= threshold && rows.cardinality() < count * 2L) {
                rows.set(row);
            }
        }
    }
}
