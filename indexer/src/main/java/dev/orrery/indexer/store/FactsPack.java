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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One append-only file of blocks, each with a head and its own checksums; its index is made by reading the heads. Not
 * safe from several threads at a time; several processes agree through the lock that {@link FactsStore} holds.
 */
final class FactsPack implements AutoCloseable {
    private static final byte[] MAGIC = "ORRYPACK".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 3;
    private static final int HEADER = 12;

    private final Path path;
    private final FileChannel channel;
    private final @Nullable Object fileKey;
    private final Map<ContentHash, Place> places = new HashMap<>();
    private final Map<Long, PackBlock> blocks = new HashMap<>();
    private long end = HEADER;

    /**
     * Where facts are.
     *
     * @param block what {@link #read} takes
     * @param index their place in the block
     */
    record Place(long block, int index) {}

    private FactsPack(Path path, FileChannel channel, @Nullable Object fileKey) {
        this.path = path;
        this.channel = channel;
        this.fileKey = fileKey;
    }

    /**
     * Opens the pack, creating it where it is absent. What a killed writer left half written at its end is cut off.
     *
     * @throws OtherVersionException where it was written by another version
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
        if (!header.slice(0, 8).equals(ByteBuffer.wrap(MAGIC))) {
            throw new DamagedException("pack header");
        }
        if (header.getInt(8) != VERSION) {
            throw new OtherVersionException("pack header");
        }
    }

    /** Takes notice of what others appended, and cuts off a half-written end. Only under the lock. */
    void readOn() throws IOException, DamagedException {
        long size = channel.size();
        while (end < size) {
            PackBlock block = head(end, size);
            if (block == null || end + PackBlock.headBytes(block.keys().size()) + block.length() > size) {
                channel.truncate(end);
                return;
            }
            for (int i = 0; i < block.keys().size(); i++) {
                places.put(block.keys().get(i), new Place(end, i));
            }
            blocks.put(end, block);
            end += PackBlock.headBytes(block.keys().size()) + block.length();
        }
    }

    /** The head at {@code at}, or null where the file ends inside of it. */
    private @Nullable PackBlock head(long at, long size) throws IOException, DamagedException {
        ByteBuffer count = ByteBuffer.allocate(PackBlock.COUNT_BYTES);
        if (!readAt(count, at)) {
            return null;
        }
        int length = PackBlock.headBytes(count.getInt(0));
        if (length >= 0 && length > size - at) {
            return null;
        }
        ByteBuffer head = ByteBuffer.allocate(Math.max(0, length));
        PackBlock block = length < 0 || !readAt(head, at) ? null : PackBlock.read(head.flip());
        if (block == null) {
            throw new DamagedException("pack block at " + at);
        }
        return block;
    }

    /** Where the facts under {@code key} are, or null where there are none. */
    @Nullable
    Place place(ContentHash key) {
        return places.get(key);
    }

    /** The payload of a block; null where it is damaged, which forgets all that is in it. */
    byte @Nullable [] read(long at) throws IOException {
        PackBlock block = blocks.get(at);
        if (block == null) {
            return null;
        }
        byte[] payload = new byte[block.length()];
        if (readAt(
                        ByteBuffer.wrap(payload),
                        at + PackBlock.headBytes(block.keys().size()))
                && block.describes(payload)) {
            return payload;
        }
        blocks.remove(at);
        places.values().removeIf(place -> place.block() == at);
        return null;
    }

    /** Appends blocks that are already in their binary form. Only under the lock, after {@link #readOn}. */
    void append(ByteBuffer bytes) throws IOException, DamagedException {
        try {
            writeAt(bytes, end);
        } catch (IOException failed) {
            channel.truncate(end);
            throw failed;
        }
        readOn();
    }

    int blocks() {
        return blocks.size();
    }

    long bytes() {
        return end;
    }

    Set<ContentHash> keys() {
        return Set.copyOf(places.keySet());
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
