package dev.orrery.indexer.parse;

import dev.orrery.api.Language;

/** Turns one file's syntax tree into its facts. Knows no other file, keeps nothing; safe from any thread. */
public interface FactExtractor {
    Language language();

    /** Grows whenever the same bytes would give other facts, so that remembered facts are made anew. */
    int version();

    /**
     * The file's facts.
     *
     * @param tree the tree of exactly these bytes, of this extractor's grammar
     */
    FileFacts extract(FlatTree tree, byte[] utf8);

    /**
     * All that a text says about itself, and where.
     *
     * @param tree the tree of exactly these bytes, of this extractor's grammar
     * @param caretName the name of the call that marks a caret; empty for none
     */
    LiveFacts live(FlatTree tree, byte[] utf8, String caretName);

    /** What of a text is enough to find everything that it declares outside of bodies. */
    default Skeleton skeleton(byte[] utf8) {
        return Skeleton.whole(utf8);
    }
}
