package dev.orrery.base;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;

/**
 * A file that is replaced as a whole: readers see the old content or the new one, never a mixture, also after a power
 * cut. Its first 24 bytes are a header: 8 bytes that name the format, its version (int), a CRC-32C of the content (int) and
 * the content's length (long), all big-endian.
 *
 * <p>Writing goes to a temporary sibling that is forced to disk and then renamed; what a killed process left there is
 * removed by the next write. Several threads and processes may write; the last rename wins.
 */
public final class AtomicFile {
    private static final int HEADER = 24;
    private static final int KEPT_ASIDE = 3;
    private static final AtomicLong COUNTER = new AtomicLong();

    private final Path path;
    private final Format format;

    public AtomicFile(Path path, Format format) {
        this.path = path;
        this.format = format;
    }

    /**
     * What kind of content a file holds.
     *
     * @param magic 8 ASCII characters that open every file of the format
     * @param version grows with every change of the content's form
     */
    public record Format(String magic, int version) {
        public Format {
            if (magic.getBytes(StandardCharsets.US_ASCII).length != 8) {
                throw new IllegalArgumentException(magic);
            }
        }
    }

    public Path path() {
        return path;
    }

    /** Replaces the content. Where this throws, the old content is still there. */
    public void write(byte[] content) throws IOException {
        Leftovers.remove(path);
        Path temporary = path.resolveSibling(
                path.getFileName() + "." + Leftovers.mark() + "-" + COUNTER.incrementAndGet() + ".tmp");
        try {
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                writeFully(channel, header(content));
                writeFully(channel, ByteBuffer.wrap(content));
                channel.force(true);
            }
            replace(temporary);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void replace(Path temporary) throws IOException {
        try {
            Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException networkDrive) {
            Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
        }
        forceFolder();
    }

    /** Windows cannot open folders and does not need it. */
    private void forceFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && Platform.current() != Platform.WINDOWS) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private ByteBuffer header(byte[] content) {
        return ByteBuffer.allocate(HEADER)
                .put(format.magic().getBytes(StandardCharsets.US_ASCII))
                .putInt(format.version())
                .putInt(checksum(content))
                .putLong(content.length)
                .flip();
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static int checksum(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        return (int) crc.getValue();
    }

    /**
     * Reads and verifies the content.
     *
     * @param limit bytes of content beyond which the file counts as damaged
     * @throws IOException where the disk or the rights fail; what is wrong with the content is a value
     */
    public StoredContent read(int limit) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            if (!readFully(channel, header) || !magic(header).equals(format.magic())) {
                return new StoredContent.Damaged();
            }
            int version = header.getInt();
            int checksum = header.getInt();
            long length = header.getLong();
            if (version != format.version()) {
                return new StoredContent.OtherVersion(version);
            }
            if (length < 0 || length > limit || length != channel.size() - HEADER) {
                return new StoredContent.Damaged();
            }
            byte[] content = new byte[(int) length];
            boolean whole = readFully(channel, ByteBuffer.wrap(content)) && checksum(content) == checksum;
            return whole ? new StoredContent.Intact(content) : new StoredContent.Damaged();
        } catch (NoSuchFileException absent) {
            return new StoredContent.Absent();
        }
    }

    private static String magic(ByteBuffer header) {
        byte[] magic = new byte[8];
        header.flip().get(magic);
        return new String(magic, StandardCharsets.US_ASCII);
    }

    private static boolean readFully(FileChannel channel, ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Moves a file that cannot be used out of the way, so that it can be looked at and a new one can be written. The three
     * newest are kept.
     *
     * @return where it is now; empty where there was none
     */
    public Optional<Path> setAside() throws IOException {
        return SetAside.move(path, KEPT_ASIDE);
    }
}
