package dev.orrery.models.ngram;

/** What stands before a token: its place in the bits of {@link Segment} is its ordinal. */
public enum Gap {
    /** Nothing. */
    NONE,
    /** Blanks or a comment, on the same line. */
    SPACE,
    /** A line break at least. */
    LINE
}
