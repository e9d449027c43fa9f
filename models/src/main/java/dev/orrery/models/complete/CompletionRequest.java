package dev.orrery.models.complete;

import dev.orrery.api.Document;

/**
 * Asks for proposals at a caret.
 *
 * @param document the buffer as the user sees it, saved or not
 * @param offset where the caret stands, in UTF-16 units
 * @param occasion why it is asked
 */
public record CompletionRequest(Document document, int offset, Occasion occasion) {
    public CompletionRequest {
        if (offset < 0 || offset > document.text().length()) {
            throw new IllegalArgumentException(offset + " of " + document.text().length());
        }
    }

    /** Why proposals are asked for. */
    public enum Occasion {
        /** The user typed; where little is sure nothing is said. */
        TYPED,
        /** The user asked; the best that there is is said. */
        ASKED
    }
}
