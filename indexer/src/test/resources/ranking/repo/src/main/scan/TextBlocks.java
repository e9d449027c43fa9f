package dev.orrery.indexer.scan;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Set;

/**
 * Hands out a file's text in blocks of whole lines, of any size of file and in little memory. It follows ripgrep's line
 * buffer step by step (grep-searcher, {@code line_buffer.rs}): reads of up to 64 KiB, a buffer that triples when a line
 * does not fit, and an end at the first read that holds a zero byte, with what earlier reads held still handed out. So
 * what is searched of a binary file is the same to the byte. Byte order marks are dropped and UTF-16 becomes UTF-8.
 *
 * <p>Reusable for one file after the other; confined to one thread at a time.
 */
public final class TextBlocks {
    private static final int BLOCK = 1 << 16;
    private static final int LARGEST = 1 << 29;
    private static final Set<java.nio.file.OpenOption> READ_NO_LINKS =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final FileSource source = new FileSource(BLOCK);
    private byte[] buffer = new byte[BLOCK];
    private int capacity;
    private int filled;
    private int blockEnd;
    private boolean binary;

    /** What a file turned out to be. */
    public enum Kind {
        TEXT,
        /** It holds a zero byte, and what comes after, or in the same block, was not handed out. */
        BINARY
    }

    /** Receives the blocks of a file. */
    public interface Visitor {
        /**
         * Takes whole lines; only the file's last one may lack its end.
         *
         * @param bytes valid until this call returns, from 0 to {@code end}
         */
        void block(byte[] bytes, int end);
    }

    /**
     * Sends the blocks of {@code file} to {@code visitor}. A last component that is a link is refused.
     *
     * @throws IOException where the file cannot be read to its end, or where one line is longer than half a gigabyte
     */
    public Kind read(Path file, Visitor visitor) throws IOException {
        try (FileChannel channel = FileChannel.open(file, READ_NO_LINKS)) {
            source.reset(channel);
            return read(source, visitor);
        }
    }

    /** Sends the blocks of a file's bytes to {@code visitor}. */
    public Kind read(byte[] file, Visitor visitor) throws IOException {
        int[] at = {0};
        return read(
                (target, offset, length) -> {
                    int count = Math.min(length, file.length - at[0]);
                    System.arraycopy(file, at[0], target, offset, count);
                    at[0] += count;
                    return count;
                },
                visitor);
    }

    private Kind read(ByteSource raw, Visitor visitor) throws IOException {
        ByteSource source = new MarkedSource(raw);
        capacity = BLOCK;
        filled = 0;
        blockEnd = 0;
        binary = false;
        while (next(source)) {
            visitor.block(buffer, blockEnd);
        }
        if (buffer.length > BLOCK) {
            buffer = new byte[BLOCK];
        }
        return binary ? Kind.BINARY : Kind.TEXT;
    }

    private boolean next(ByteSource source) throws IOException {
        System.arraycopy(buffer, blockEnd, buffer, 0, filled - blockEnd);
        filled -= blockEnd;
        blockEnd = 0;
        while (true) {
            if (filled == capacity) {
                grow();
            }
            int count = source.read(buffer, filled, capacity - filled);
            if (count <= 0) {
                blockEnd = filled;
                return filled > 0;
            }
            int start = filled;
            filled += count;
            if (Bytes.indexOf(buffer, start, filled, (byte) 0) >= 0) {
                binary = true;
                return false;
            }
            int newline = Bytes.lastIndexOf(buffer, start, filled, (byte) '\n');
            if (newline >= 0) {
                blockEnd = newline + 1;
                return true;
            }
        }
    }

    private void grow() throws IOException {
        if (capacity >= LARGEST) {
            throw new EOFException("a line is longer than " + LARGEST + " bytes");
        }
        capacity = Math.min(LARGEST, capacity * 3);
        buffer = Arrays.copyOf(buffer, capacity);
    }
}
