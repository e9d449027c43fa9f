package dev.orrery.api;

/**
 * A stretch of a text and what shall stand in its place.
 *
 * @param start first UTF-16 unit that is replaced
 * @param end one past the last; {@code start} where text is only inserted
 * @param text what stands there afterwards
 */
public record TextEdit(int start, int end, String text) {
    public TextEdit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException(start + " " + end);
        }
    }

    /** The text with the edit done. */
    public String applyTo(String whole) {
        return whole.substring(0, start) + text + whole.substring(end);
    }
}
