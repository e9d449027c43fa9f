package dev.orrery.indexer.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The first 128 bits of bytes' SHA-256: what tells one file's content from another's. */
public record ContentHash(long high, long low) {

    public static ContentHash of(byte[] bytes) {
        return of(sha256(), bytes);
    }

    /** The hash of what a fresh digest has been fed. */
    public static ContentHash of(MessageDigest fed) {
        ByteBuffer digest = ByteBuffer.wrap(fed.digest());
        return new ContentHash(digest.getLong(), digest.getLong());
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
        return of(ByteBuffer.allocate(20 + id.length)
                .putLong(high)
                .putLong(low)
                .putInt(extractorVersion)
                .put(id)
                .array());
    }

    @Override
    public String toString() {
        return String.format("%016x%016x", high, low);
    }
}
