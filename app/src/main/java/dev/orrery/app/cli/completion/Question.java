package dev.orrery.app.cli.completion;

import dev.orrery.api.Document;

/**
 * A caret of which it is known how the code went on.
 *
 * @param document the buffer as it was then
 * @param offset where the caret stands, in UTF-16 units
 * @param truth what was written there
 * @param kind what is asked for
 */
public record Question(Document document, int offset, String truth, Kind kind) {
    /** What is asked for. */
    public enum Kind {
        /** The next token, which is a name. */
        IDENTIFIER,
        /** The next token: a keyword, a sign or a literal. */
        OTHER_TOKEN,
        /** The rest of the line. */
        LINE
    }
}
