package dev.orrery.indexer.scan;

import java.nio.charset.StandardCharsets;

/** Text as a string of its UTF-8 bytes, one {@code char} a byte: git's patterns match bytes, not characters. */
final class ByteText {
    private ByteText() {}

    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            }
        }
        return text;
    }
}
