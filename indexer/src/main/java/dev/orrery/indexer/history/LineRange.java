package dev.orrery.indexer.history;

/**
 * Lines of a text.
 *
 * @param start the first, 1-based
 * @param end the last; one less than {@code start} where the range is a place between two lines
 */
public record LineRange(int start, int end) {
    /** Every line there can be. */
    public static final LineRange ALL = new LineRange(1, Integer.MAX_VALUE);
}
