package dev.orrery.api;

/**
 * One match in a file's text.
 *
 * @param path the file
 * @param line 1-based
 * @param column 1-based, in bytes of UTF-8, as ripgrep counts
 * @param text the whole line without its end
 * @param start first UTF-16 unit of the match in {@code text}
 * @param end one past the last UTF-16 unit of the match in {@code text}
 */
public record TextHit(String path, int line, int column, String text, int start, int end) {}
