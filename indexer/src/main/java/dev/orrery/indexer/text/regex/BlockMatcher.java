package dev.orrery.indexer.text.regex;

/** Finds all matches in blocks of whole lines. Confined to one thread at a time. */
public interface BlockMatcher {
    /**
     * Sends every match to {@code sink}.
     *
     * @param block whole lines, one {@code char} a byte: so the platform's vectorised search works on it
     */
    void match(String block, MatchSink sink);
}
