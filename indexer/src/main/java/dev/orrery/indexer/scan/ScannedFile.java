package dev.orrery.indexer.scan;

/**
 * A regular file that a walk found. Two walks that agree in all four have, for all that can be told without reading it,
 * seen the same content.
 *
 * @param path relative to the root, with slashes
 * @param size bytes
 * @param mtimeNanos last modification in nanoseconds since 1970
 * @param fileKey the file's number in its file system, 0 where there is none
 */
public record ScannedFile(String path, long size, long mtimeNanos, long fileKey) {}
