package dev.orrery.indexer.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file's searched text in memory, and what told then that the file was this one.
 *
 * @param blocks the text
 * @param stamp how the file looked before it was read
 */
record KeptText(List<TextBlock> blocks, Stamp stamp) {
    KeptText {
        blocks = List.copyOf(blocks);
    }

    /** How a file looks from outside. */
    record Stamp(long size, FileTime modified, @Nullable Object identity) {
        /** A file that changed so lately could change again without looking different. */
        private static final long RESTLESS_MILLIS = 2_000;

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new Stamp(seen.size(), seen.lastModifiedTime(), seen.fileKey());
        }

        /** Whether every later change of the file will show. */
        boolean isTelling() {
            return Math.abs(System.currentTimeMillis() - modified.toMillis()) > RESTLESS_MILLIS;
        }
    }

    /** Whether {@code file} still looks as it did. */
    boolean isCurrent(Path file) {
        try {
            return Objects.equals(stamp, Stamp.of(file));
        } catch (IOException gone) {
            return false;
        }
    }
}
