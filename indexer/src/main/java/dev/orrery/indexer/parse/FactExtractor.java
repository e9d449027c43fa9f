package dev.orrery.indexer.parse;

import dev.orrery.api.Language;

/** What turns the syntax trees of one language into facts. Stateless and safe from any thread. */
public interface FactExtractor {
    Language language();

    /** Grows whenever the same bytes would yield other facts, so that cached ones are not used any longer. */
    int version();

    /**
     * The facts of one file.
     *
     * @param tree the file's tree; broken code yields the facts of what can be made out
     * @param utf8 the bytes that were parsed
     */
    FileFacts extract(FlatTree tree, byte[] utf8);
}
