package dev.orrery.api;

/**
 * A stretch of code that matters at a caret. Of a type or file only the head and those members are shown that may matter, as
 * signatures; the rest is left out.
 *
 * @param kind what it is
 * @param path where it comes from
 * @param startLine its first line, in the buffer where it comes from the document itself
 * @param endLine its last line
 * @param text what is shown
 * @param why a sentence that says why it is there
 * @param score greater is better; comparable within one answer only
 * @param tokens what the text costs
 */
public record ContextPiece(
        Kind kind, String path, int startLine, int endLine, String text, UserMessage why, double score, int tokens) {
    private static final int CHARACTERS_PER_TOKEN = 3;

    /** What a piece is. */
    public enum Kind {
        /** The text around the caret. */
        WINDOW,
        /** The type or file around the caret outside the window. */
        ENCLOSING,
        /** Something that the type around the caret extends. */
        SUPERTYPE,
        /** What is named near the caret. */
        NAMED,
        /** What declares that which is called near the caret. */
        CALLED,
        /** What code that calls the same also calls. */
        RELATED,
        /** Declarations that the document's first lines name, a line each with its own origin in front; lines are 0. */
        IMPORTED,
        /** Types beside the document, a line each with its own origin in front; the path is their folder's, lines are 0. */
        NEIGHBOUR,
        /** Code that calls the same. */
        SIMILAR,
        /** A test of the code around the caret. */
        TEST,
        /** What was changed lately. */
        RECENT
    }

    /** What a text is reckoned to cost: a third of its UTF-16 units, which is more than most tokenizers make of code. */
    public static int tokens(String text) {
        return (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
    }
}
