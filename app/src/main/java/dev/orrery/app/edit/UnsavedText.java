package dev.orrery.app.edit;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * Text of a file that is not saved.
 *
 * @param path relative to the repository's root
 * @param base the hash of the file that it was made from, {@link DiskText#NO_HASH} where there was none
 * @param caret where the caret stood
 * @param at when it was kept
 * @param text all of it
 */
public record UnsavedText(String path, String base, int caret, Instant at, String text) {
    private static final int LONGEST_NAME = 1 << 16;

    /** As bytes: the time as a long, the caret as an int, then path, base and text with their lengths in UTF-16 units, big-endian. */
    byte[] encode() {
        ByteBuffer bytes = ByteBuffer.allocate(
                Long.BYTES + 4 * Integer.BYTES + Character.BYTES * (path.length() + base.length() + text.length()));
        bytes.putLong(at.toEpochMilli()).putInt(caret);
        for (String part : new String[] {path, base, text}) {
            bytes.putInt(part.length());
            // No charset: what is being typed may be half a character.
            bytes.asCharBuffer().put(part);
            bytes.position(bytes.position() + Character.BYTES * part.length());
        }
        return bytes.array();
    }

    static Optional<UnsavedText> decode(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        if (content.length < Long.BYTES + Integer.BYTES) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochMilli(bytes.getLong());
        int caret = bytes.getInt();
        String[] parts = new String[3];
        for (int i = 0; i < parts.length; i++) {
            if (bytes.remaining() < Integer.BYTES) {
                return Optional.empty();
            }
            int length = bytes.getInt();
            if (length < 0 || length > bytes.remaining() / Character.BYTES || i < 2 && length > LONGEST_NAME) {
                return Optional.empty();
            }
            parts[i] = units(bytes, length);
        }
        int place = Math.clamp(caret, 0, parts[2].length());
        return Optional.of(new UnsavedText(parts[0], parts[1], place, at, parts[2]));
    }

    private static String units(ByteBuffer bytes, int length) {
        char[] units = new char[length];
        bytes.asCharBuffer().get(units);
        bytes.position(bytes.position() + Character.BYTES * length);
        return new String(units);
    }
}
