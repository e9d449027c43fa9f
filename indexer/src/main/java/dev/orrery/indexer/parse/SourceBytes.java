package dev.orrery.indexer.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source file's bytes as UTF-8. */
final class SourceBytes {
    private SourceBytes() {}

    /** The bytes as UTF-8: themselves, or decoded where a mark says UTF-16; empty where they are no text. */
    static Optional<byte[]> utf8(byte[] bytes) {
        Charset marked = marked(bytes);
        byte[] utf8 = marked == null
                ? bytes
                : new String(bytes, 2, bytes.length - 2, marked).getBytes(StandardCharsets.UTF_8);
        for (byte b : utf8) {
            if (b == 0) {
                return Optional.empty();
            }
        }
        return Optional.of(utf8);
    }

    private static @Nullable Charset marked(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int mark = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return mark == 0xFFFE ? StandardCharsets.UTF_16LE : mark == 0xFEFF ? StandardCharsets.UTF_16BE : null;
    }
}
