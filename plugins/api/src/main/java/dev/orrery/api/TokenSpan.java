package dev.orrery.api;

/**
 * A coloured stretch of text.
 *
 * @param start first UTF-16 unit
 * @param end one past the last UTF-16 unit
 * @param kind what the stretch is
 */
public record TokenSpan(int start, int end, Kind kind) {
    /** What a stretch of text is, for the eye. */
    public enum Kind {
        KEYWORD,
        TYPE,
        FUNCTION,
        VARIABLE,
        PROPERTY,
        CONSTANT,
        NUMBER,
        STRING,
        ESCAPE,
        COMMENT,
        DOC_COMMENT,
        ANNOTATION,
        OPERATOR,
        PUNCTUATION,
        ERROR
    }
}
