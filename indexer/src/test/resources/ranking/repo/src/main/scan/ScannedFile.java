package dev.orrery.indexer.scan;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * A regular file that a walk found. Two walks that agree in all four have, for all that can be told without reading it,
 * seen the same content.
 *
 * @param path relative to the root, with slashes
 * @param size bytes
 * @param mtimeNanos last modification in nanoseconds since 1970
 * @param fileKey the file's number in its file system, 0 where there is none
 */
public record ScannedFile(String path, long size, long mtimeNanos, long fileKey) {
    /** The regular file that has these attributes. */
    public static ScannedFile of(String path, BasicFileAttributes found) {
        return new ScannedFile(path, found.size(), found.lastModifiedTime().to(TimeUnit.NANOSECONDS), key(found));
    }

    /** The inode number out of {@code (dev=fe01,ino=1234)}, which is the only form in which the JDK tells it. */
    private static long key(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        if (key == null) {
            return 0;
        }
        String text = key.toString();
        int start = text.indexOf("ino=");
        int end = text.indexOf(')', Math.max(start, 0));
        return start < 0 || end < 0 ? key.hashCode() : Long.parseLong(text, start + 4, end, 10);
    }
}
