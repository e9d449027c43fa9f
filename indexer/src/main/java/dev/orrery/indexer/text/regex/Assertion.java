package dev.orrery.indexer.text.regex;

/** A condition on what stands before and after a place in a line. */
enum Assertion {
    LINE_START,
    LINE_END,
    WORD_BOUNDARY,
    NOT_WORD_BOUNDARY,
    WORD_START,
    WORD_END,
    WORD_START_HALF,
    WORD_END_HALF;

    boolean isAboutWords() {
        return this != LINE_START && this != LINE_END;
    }

    /** Whether this holds between {@code before} and {@code after}. */
    boolean holds(Side before, Side after) {
        boolean wordBefore = before == Side.WORD;
        boolean wordAfter = after == Side.WORD;
        return switch (this) {
            case LINE_START -> before == Side.EDGE;
            case LINE_END -> after == Side.EDGE;
            case WORD_BOUNDARY -> wordBefore != wordAfter;
            case NOT_WORD_BOUNDARY -> wordBefore == wordAfter;
            case WORD_START -> !wordBefore && wordAfter;
            case WORD_END -> wordBefore && !wordAfter;
            case WORD_START_HALF -> !wordBefore;
            case WORD_END_HALF -> !wordAfter;
        };
    }

    /** What stands on one side of a place. */
    enum Side {
        /** The start or the end of the line. */
        EDGE,
        /** A character that words are made of. */
        WORD,
        OTHER
    }
}
