package dev.orrery.indexer.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One append-only file of entries, each with a head and its own checksums; its index is made by reading the heads. Not
 * safe from several threads at a time; several processes agree through the lock that {@link FactsStore} holds.
 */
final class FactsPack implements AutoCloseable {
    private static final byte[] MAGIC = "ORRYPACK".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER = 12;

    private final Path path;
    private final FileChannel channel;
    private final @Nullable Object fileKey;
    private final Map<ContentHash, Long> offsets = new HashMap<>();
    private long end = HEADER;

    private FactsPack(Path path, FileChannel channel, @Nullable Object fileKey) {
        this.path = path;
        this.channel = channel;
        this.fileKey = fileKey;
    }

    /**
     * Opens the pack, creating it where it is absent. What a killed writer left half written at its end is cut off.
     *
     * @throws DamagedException where something else is wrong with it
     */
    static FactsPack open(Path path) throws IOException, DamagedException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FactsPack pack = new FactsPack(path, channel, keyOf(path));
            pack.readHeader();
            pack.readOn();
            return pack;
        } catch (IOException | DamagedException failed) {
            channel.close();
            throw failed;
        }
    }

    private static @Nullable Object keyOf(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    private void readHeader() throws IOException, DamagedException {
        if (channel.size() < HEADER) {
            channel.truncate(0);
            writeAt(ByteBuffer.allocate(HEADER).put(MAGIC).putInt(VERSION).flip(), 0);
            return;
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        readAt(header, 0);
        if (!header.slice(0, 8).equals(ByteBuffer.wrap(MAGIC)) || header.getInt(8) != VERSION) {
            throw new DamagedException("pack header");
        }
    }

    /** Takes notice of what others appended, and cuts off a half-written end. Only under the lock. */
    void readOn() throws IOException, DamagedException {
        long size = channel.size();
        ByteBuffer head = ByteBuffer.allocate(PackEntry.BYTES);
        while (end < size) {
            if (size - end < PackEntry.BYTES) {
                channel.truncate(end);
                return;
            }
            readAt(head.clear(), end);
            PackEntry entry = PackEntry.read(head.flip());
            if (entry == null) {
                throw new DamagedException("pack entry at " + end);
            }
            long next = end + PackEntry.BYTES + entry.length();
            if (next > size) {
                channel.truncate(end);
                return;
            }
            offsets.put(entry.key(), end);
            end = next;
        }
    }

    boolean contains(ContentHash key) {
        return offsets.containsKey(key);
    }

    /** The payload under {@code key}; null where there is none or it is damaged, which forgets it. */
    byte @Nullable [] read(ContentHash key) throws IOException {
        Long offset = offsets.get(key);
        if (offset == null) {
            return null;
        }
        ByteBuffer head = ByteBuffer.allocate(PackEntry.BYTES);
        if (readAt(head, offset)) {
            PackEntry entry = PackEntry.read(head.flip());
            if (entry != null && entry.key().equals(key)) {
                byte[] payload = new byte[entry.length()];
                if (readAt(ByteBuffer.wrap(payload), offset + PackEntry.BYTES) && entry.describes(payload)) {
                    return payload;
                }
            }
        }
        offsets.remove(key);
        return null;
    }

    /** Appends entries that are already in their binary form. Only under the lock, after {@link #readOn}. */
    void append(ByteBuffer entries) throws IOException, DamagedException {
        try {
            writeAt(entries, end);
        } catch (IOException failed) {
            channel.truncate(end);
            throw failed;
        }
        readOn();
    }

    long bytes() {
        return end;
    }

    Iterable<ContentHash> keys() {
        return offsets.keySet();
    }

    /** Whether the path now names another file, because some process compacted the pack. */
    boolean isReplaced() throws IOException {
        return !Files.exists(path) || !Objects.equals(keyOf(path), fileKey);
    }

    private void writeAt(ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private boolean readAt(ByteBuffer into, long position) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int read = channel.read(into, at);
            if (read < 0) {
                return false;
            }
            at += read;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
