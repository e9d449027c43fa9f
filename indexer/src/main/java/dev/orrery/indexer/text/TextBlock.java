package dev.orrery.indexer.text;

import dev.orrery.indexer.scan.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * Whole lines of a file as they are searched.
 *
 * @param bytes one {@code char} a byte
 * @param ascii whether all bytes are ASCII, so that bytes are characters
 */
record TextBlock(String bytes, boolean ascii) {
    static TextBlock of(byte[] bytes, int end) {
        return new TextBlock(new String(bytes, 0, end, StandardCharsets.ISO_8859_1), Bytes.isAscii(bytes, 0, end));
    }

    /** The characters of a stretch. */
    String text(int start, int end) {
        String part = bytes.substring(start, end);
        return ascii ? part : new String(part.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
