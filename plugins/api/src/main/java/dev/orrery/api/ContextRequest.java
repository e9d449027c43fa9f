package dev.orrery.api;

/**
 * A question about a caret.
 *
 * @param document the buffer as the user sees it, saved or not
 * @param offset where the caret stands in the text, in UTF-16 units
 * @param budget how many tokens the answer may cost, by {@link ContextPiece#tokens(String)}
 */
public record ContextRequest(Document document, int offset, int budget) {
    public ContextRequest {
        if (offset < 0 || offset > document.text().length() || budget < 0) {
            throw new IllegalArgumentException(offset + " " + budget);
        }
    }
}
