package dev.orrery.indexer.text.regex;

/** Finds all matches in blocks of whole lines. Confined to one thread at a time. */
public interface BlockMatcher {
    /** Sends every match in {@code bytes[0..end)}, which starts with a line, to {@code sink}. */
    void match(byte[] bytes, int end, MatchSink sink);
}
