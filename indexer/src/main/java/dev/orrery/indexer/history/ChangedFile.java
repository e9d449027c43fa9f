package dev.orrery.indexer.history;

import java.util.List;

/**
 * A file that differs between a revision and the working tree.
 *
 * @param path relative to the folder that was asked about
 * @param before the bytes in the revision; empty where it is new
 * @param removed lines of {@code before} that are gone or changed
 * @param added lines of the working tree's file that came or changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record ChangedFile(String path, byte[] before, List<LineRange> removed, List<LineRange> added) {
    public ChangedFile {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }
}
