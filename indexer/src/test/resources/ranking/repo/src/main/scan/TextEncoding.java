package dev.orrery.indexer.scan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Recognises byte order marks. */
final class TextEncoding {
    private TextEncoding() {}

    /** The encoding that a file's first bytes declare; UTF-8 where they declare none. */
    static Charset ofMark(byte[] head, int length) {
        if (length >= 2 && head[0] == (byte) 0xff && head[1] == (byte) 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (length >= 2 && head[0] == (byte) 0xfe && head[1] == (byte) 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    static boolean startsWithUtf8Mark(byte[] head, int length) {
        return length >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf;
    }
}
