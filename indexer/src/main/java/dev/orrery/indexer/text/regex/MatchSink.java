package dev.orrery.indexer.text.regex;

/** Receives matches, in their order. */
@FunctionalInterface
public interface MatchSink {
    /**
     * Takes one match. All offsets are into the searched bytes.
     *
     * @param lineStart first byte of the line
     * @param lineEnd one past the last byte of the line, its end left out
     * @param start first byte of the match
     * @param end one past the last byte of the match
     */
    void match(int lineStart, int lineEnd, int start, int end);
}
