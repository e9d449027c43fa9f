package dev.orrery.indexer.semantic;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.indexer.semantic.Reading.Parts;
import dev.orrery.indexer.semantic.Reading.Share;
import java.util.Arrays;

/**
 * What the graph alone says about every declaration, by term: names, enclosing names, parameters, callees, callers and
 * path. Made from a snapshot in a fraction of a second, so that it is never stored. Immutable.
 */
final class GraphPostings {
    private static final int MOST_NEIGHBOURS = 8;
    private static final int ROWS_BETWEEN_CHECKS = 1024;
    private static final float[] WEIGHTS = weights();

    private final int[] symbols;
    private final int[] first;
    private final int[] rows;
    private final byte[] levels;
    private final float[] means;

    private GraphPostings(int[] symbols, int[] first, int[] rows, byte[] levels, float[] means) {
        this.symbols = symbols;
        this.first = first;
        this.rows = rows;
        this.levels = levels;
        this.means = means;
    }

    private static float[] weights() {
        float[] weights = new float[256];
        for (int level = 0; level < 256; level++) {
            weights[level] = (float) Math.pow(2, -level / 20.0);
        }
        return weights;
    }

    static GraphPostings of(CodeGraph graph, Terms terms, Cancellation cancellation) {
        int[] symbols = searched(graph);
        TermBag[] bags = new TermBag[symbols.length];
        StringTerms strings = new StringTerms(graph, terms);
        Parts parts = new Parts(terms);
        int size = 0;
        int entries = 0;
        for (int row = 0; row < symbols.length; row++) {
            if (row % ROWS_BETWEEN_CHECKS == 0) {
                cancellation.throwIfRequested();
            }
            bags[row] = describe(graph, symbols[row], strings, parts);
            entries += bags[row].size();
            if (bags[row].size() > 0) {
                size = Math.max(size, bags[row].terms()[bags[row].size() - 1] + 1);
            }
        }
        return inverted(symbols, bags, size, entries);
    }

    private static int[] searched(CodeGraph graph) {
        int[] symbols = new int[graph.symbolCount()];
        int count = 0;
        for (int symbol = 0; symbol < symbols.length; symbol++) {
            if (Passages.isSearched(graph, symbol)) {
                symbols[count++] = symbol;
            }
        }
        return Arrays.copyOf(symbols, count);
    }

    private static TermBag describe(CodeGraph graph, int symbol, StringTerms strings, Parts parts) {
        parts.clear();
        var columns = graph.columns();
        TermCounts part = new TermCounts();
        part.add(strings.of(columns.symbolName()[symbol]), 1);
        parts.add(Share.NAME, part);
        part.clear();
        for (int outer = graph.parent(symbol); outer >= 0; outer = graph.parent(outer)) {
            part.add(strings.of(columns.symbolName()[outer]), 1);
        }
        parts.add(Share.ENCLOSING, part);
        part.clear();
        if (columns.symbolParameters()[symbol] >= 0) {
            part.add(strings.of(columns.symbolParameters()[symbol]), 1);
        }
        parts.add(Share.PARAMETERS, part);
        part.clear();
        part.add(strings.path(graph.file(symbol)), 1);
        parts.add(Share.PATH, part);
        part.clear();
        for (int call = graph.firstCall(symbol); call < graph.endCall(symbol); call++) {
            part.add(strings.callee(columns.callName()[call]), 1);
        }
        parts.add(Share.CALLEES, part);
        part.clear();
        for (int i = 0; i < Math.min(MOST_NEIGHBOURS, graph.incomingCount(symbol)); i++) {
            part.add(strings.of(columns.symbolName()[graph.caller(graph.incoming(symbol, i))]), 1);
        }
        parts.add(Share.CALLERS, part);
        return parts.bag();
    }

    private static GraphPostings inverted(int[] symbols, TermBag[] bags, int size, int entries) {
        int[] first = new int[size + 1];
        for (TermBag bag : bags) {
            for (int term : bag.terms()) {
                first[term + 1]++;
            }
        }
        for (int term = 0; term < size; term++) {
            first[term + 1] += first[term];
        }
        int[] next = first.clone();
        int[] rows = new int[entries];
        byte[] levels = new byte[entries];
        float[] means = new float[size];
        for (int row = 0; row < bags.length; row++) {
            TermBag bag = bags[row];
            for (int i = 0; i < bag.size(); i++) {
                int at = next[bag.terms()[i]]++;
                rows[at] = row;
                levels[at] = (byte) Math.clamp(Math.round(-20 * Math.log(bag.weights()[i]) / Math.log(2)), 0, 255);
                means[bag.terms()[i]] += bag.weights()[i] / bags.length;
            }
        }
        return new GraphPostings(symbols, first, rows, levels, means);
    }

    int rowCount() {
        return symbols.length;
    }

    int symbol(int row) {
        return symbols[row];
    }

    /**
     * For every row how much likelier than by chance its graph would be described by each of the words: the sum over the
     * words of log(1 + P(word | row) / P(word)).
     */
    float[] score(int[] words, Translation translation, Cancellation cancellation) {
        float[] scores = new float[symbols.length];
        float[] described = new float[symbols.length];
        for (int word : words) {
            cancellation.throwIfRequested();
            TermBag terms = translation.describedBy(word);
            double chance = 1e-6;
            for (int i = 0; i < terms.size(); i++) {
                int term = terms.terms()[i];
                if (term < means.length) {
                    chance += terms.weights()[i] * means[term];
                    for (int at = first[term]; at < first[term + 1]; at++) {
                        described[rows[at]] += terms.weights()[i] * WEIGHTS[levels[at] & 0xff];
                    }
                }
            }
            for (int row = 0; row < described.length; row++) {
                if (described[row] > 0) {
                    scores[row] += (float) Math.log1p(described[row] / chance);
                    described[row] = 0;
                }
            }
        }
        return scores;
    }

    /** The terms of the graph's strings, each split once. */
    private static final class StringTerms {
        private final CodeGraph graph;
        private final Terms terms;
        private final int[][] known;
        private final int[][] callees;
        private int file = -1;
        private int[] path = {};

        StringTerms(CodeGraph graph, Terms terms) {
            this.graph = graph;
            this.terms = terms;
            this.known = new int[graph.columns().strings().length][];
            this.callees = new int[known.length][];
        }

        int[] of(int string) {
            int[] split = known[string];
            if (split == null) {
                split = split(graph.columns().strings()[string]);
                known[string] = split;
            }
            return split;
        }

        /** External callees are qualified: only what stands behind the last dot says what is done. */
        int[] callee(int string) {
            int[] split = callees[string];
            if (split == null) {
                String name = graph.columns().strings()[string];
                int end = name.indexOf('(') < 0 ? name.length() : name.indexOf('(');
                split = split(name.substring(
                        Math.max(name.lastIndexOf('.', end - 1), name.lastIndexOf('#', end - 1)) + 1, end));
                callees[string] = split;
            }
            return split;
        }

        int[] path(int of) {
            if (file != of) {
                file = of;
                path = split(Reading.withoutExtension(graph.path(of)));
            }
            return path;
        }

        private int[] split(String text) {
            TermList list = new TermList();
            Reading.forEachWord(text, word -> list.addAll(terms.of(word)));
            return list.toArray();
        }
    }
}
