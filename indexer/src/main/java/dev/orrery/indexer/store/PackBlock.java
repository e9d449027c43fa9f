package dev.orrery.indexer.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The head of one block of a facts pack.
 *
 * @param keys what the facts in the payload are about, in their order
 * @param length bytes of payload behind the head
 * @param checksum CRC-32C of the payload
 */
record PackBlock(List<ContentHash> keys, int length, int checksum) {
    /** Bytes that say how long the head is: the count of keys. */
    static final int COUNT_BYTES = 4;

    static final int GREATEST_PAYLOAD = 1 << 28;
    private static final int MOST_KEYS = 1 << 20;
    private static final int OTHER_BYTES = 12;

    static PackBlock of(List<ContentHash> keys, byte[] payload) {
        return new PackBlock(List.copyOf(keys), payload.length, checksum(ByteBuffer.wrap(payload)));
    }

    /** How long the head is, the count included; -1 where no head has so many keys. */
    static int headBytes(int keys) {
        return keys < 0 || keys > MOST_KEYS ? -1 : COUNT_BYTES + OTHER_BYTES + keys * ContentHash.BYTES;
    }

    ByteBuffer toBytes(byte[] payload) {
        int head = headBytes(keys.size());
        ByteBuffer out = ByteBuffer.allocate(head + payload.length);
        out.putInt(keys.size()).putInt(length).putInt(checksum);
        for (ContentHash key : keys) {
            out.putLong(key.high()).putShort(key.low());
        }
        out.putInt(checksum(out.slice(0, head - Integer.BYTES)));
        return out.put(payload).flip();
    }

    /** The head that fills the buffer, or null where it is none. */
    static @Nullable PackBlock read(ByteBuffer in) {
        int end = in.limit() - Integer.BYTES;
        if (in.getInt(end) != checksum(in.slice(0, end))) {
            return null;
        }
        int count = in.getInt();
        int length = in.getInt();
        int checksum = in.getInt();
        List<ContentHash> keys = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            keys.add(ContentHash.read(in));
        }
        return length >= 0 && length <= GREATEST_PAYLOAD ? new PackBlock(keys, length, checksum) : null;
    }

    boolean describes(byte[] payload) {
        return payload.length == length && checksum(ByteBuffer.wrap(payload)) == checksum;
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
