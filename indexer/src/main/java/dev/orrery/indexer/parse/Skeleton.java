package dev.orrery.indexer.parse;

/**
 * As much of a text as its declarations need.
 *
 * @param whole the whole text in UTF-8
 * @param text the part of it that is to be parsed
 * @param lines for each line of {@code text} the line of {@code whole} that it comes from; empty where they are the same
 */
@SuppressWarnings("ArrayRecordComponent")
public record Skeleton(byte[] whole, byte[] text, int[] lines) {
    /** A text of which everything is needed. */
    public static Skeleton whole(byte[] utf8) {
        return new Skeleton(utf8, utf8, new int[0]);
    }

    /** Where a line of the part stood in the whole; both 1-based. */
    public int line(int part) {
        return lines.length == 0 ? part : lines[Math.min(part, lines.length) - 1];
    }
}
