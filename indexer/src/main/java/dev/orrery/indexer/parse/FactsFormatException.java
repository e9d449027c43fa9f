package dev.orrery.indexer.parse;

/** Bytes that are no facts, or facts of another version: they are to be set aside and made anew. */
public final class FactsFormatException extends Exception {
    private static final long serialVersionUID = 1;

    FactsFormatException(String what) {
        super(what);
    }
}
