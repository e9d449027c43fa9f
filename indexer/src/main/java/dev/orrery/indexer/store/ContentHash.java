package dev.orrery.indexer.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The first 80 bits of bytes' SHA-256: what tells one file's content from another's. Among a million contents two are equal
 * by chance once in two trillion indexes; whoever makes two on purpose deceives the map of the repository that has both.
 */
public record ContentHash(long high, short low) {
    /** How many bytes it takes. */
    static final int BYTES = Long.BYTES + Short.BYTES;

    public static ContentHash of(byte[] bytes) {
        return of(sha256(), bytes);
    }

    /** The hash of what a fresh digest has been fed. */
    public static ContentHash of(MessageDigest fed) {
        ByteBuffer digest = ByteBuffer.wrap(fed.digest());
        return read(digest);
    }

    static ContentHash read(ByteBuffer in) {
        return new ContentHash(in.getLong(), in.getShort());
    }

    private static ContentHash of(MessageDigest digest, byte[] bytes) {
        digest.update(bytes);
        return of(digest);
    }

    /** A fresh digest for content that comes in pieces. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }

    /** The key under which facts about this content are stored: another language or extractor makes another key. */
    public ContentHash factsKey(String language, int extractorVersion) {
        byte[] id = language.getBytes(StandardCharsets.UTF_8);
        return of(ByteBuffer.allocate(BYTES + Integer.BYTES + id.length)
                .putLong(high)
                .putShort(low)
                .putInt(extractorVersion)
                .put(id)
                .array());
    }

    @Override
    public String toString() {
        return String.format("%016x%04x", high, low);
    }
}
