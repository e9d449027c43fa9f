package dev.orrery.indexer.store;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The head of one entry of a facts pack.
 *
 * @param key what the payload is about
 * @param length bytes of payload behind the head
 * @param checksum CRC-32C of the payload
 */
record PackEntry(ContentHash key, int length, int checksum) {
    static final int BYTES = 28;
    static final int GREATEST_PAYLOAD = 1 << 28;

    static PackEntry of(ContentHash key, byte[] payload) {
        return new PackEntry(key, payload.length, checksum(ByteBuffer.wrap(payload)));
    }

    void writeTo(ByteBuffer out) {
        int start = out.position();
        out.putLong(key.high()).putLong(key.low()).putInt(length).putInt(checksum);
        out.putInt(checksum(out.slice(start, BYTES - 4)));
    }

    /** The head at the buffer's position, or null where there is none. */
    static @Nullable PackEntry read(ByteBuffer in) {
        int start = in.position();
        PackEntry entry = new PackEntry(new ContentHash(in.getLong(), in.getLong()), in.getInt(), in.getInt());
        boolean intact = in.getInt() == checksum(in.slice(start, BYTES - 4));
        return intact && entry.length >= 0 && entry.length <= GREATEST_PAYLOAD ? entry : null;
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
