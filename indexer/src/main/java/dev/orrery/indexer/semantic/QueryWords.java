package dev.orrery.indexer.semantic;

import java.util.Arrays;

/** A question's words. */
final class QueryWords {
    private static final int MOST = 64;
    private static final int LONGEST = 4096;

    private QueryWords() {}

    /** The terms of a question, each once, without stop words; of an endless question the beginning. */
    static int[] of(String query, Terms terms) {
        TermList words = new TermList();
        Prose.read(terms, query, 0, Math.min(query.length(), LONGEST), words::add);
        int[] distinct = words.distinct();
        return distinct.length > MOST ? Arrays.copyOf(distinct, MOST) : distinct;
    }
}
