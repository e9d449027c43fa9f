package dev.orrery.indexer.check;

import java.nio.charset.StandardCharsets;

/**
 * A text and a stretch of it, in UTF-16 units and in bytes of UTF-8.
 *
 * @param start the first unit of the stretch
 * @param end one past its last unit
 */
record Edited(String text, byte[] utf8, int start, int end, int firstByte, int lastByte) {
    static Edited of(String text, int start, int end) {
        int first = bytes(text, 0, start);
        return new Edited(
                text, text.getBytes(StandardCharsets.UTF_8), start, end, first, first + bytes(text, start, end));
    }

    private static int bytes(String text, int start, int end) {
        return text.substring(start, end).getBytes(StandardCharsets.UTF_8).length;
    }

    /** Where a byte of the text lies in the stretch, in units; the nearest of its ends for one outside. */
    int inEdit(int at) {
        int from = Math.clamp(at, firstByte, lastByte);
        return new String(utf8, firstByte, from - firstByte, StandardCharsets.UTF_8).length();
    }
}
