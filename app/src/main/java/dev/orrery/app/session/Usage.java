package dev.orrery.app.session;

/**
 * One place that uses a symbol.
 *
 * @param place where
 * @param text who uses it, or the line's text where only the text says so
 * @param source how it is known
 */
public record Usage(Place place, String text, Source source) {
    /** How a usage is known. */
    public enum Source {
        /** A call in the graph. */
        CALL,
        /** The word stands in the text. */
        MENTION
    }
}
