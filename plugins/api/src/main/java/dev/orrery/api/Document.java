package dev.orrery.api;

/**
 * A file's text at one moment.
 *
 * @param path relative to the repository's root
 * @param version grows with each edit of the same document; 0 is the state on disk
 * @param text the whole text
 */
public record Document(String path, long version, String text) {}
