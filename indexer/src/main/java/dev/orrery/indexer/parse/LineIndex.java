package dev.orrery.indexer.parse;

import java.util.Arrays;

/**
 * Turns byte offsets of a UTF-8 text into lines and columns, both 1-based, columns in UTF-16 units. Remembers where it
 * was, so that ascending questions about one long line stay cheap; has one owner at a time.
 */
public final class LineIndex {
    private final byte[] utf8;
    private final int[] starts;
    private final boolean ascii;
    private int lastStart = -1;
    private int lastOffset;
    private int lastColumn;

    public LineIndex(byte[] utf8) {
        this.utf8 = utf8;
        int lines = 1;
        int bits = 0;
        for (byte b : utf8) {
            bits |= b;
            if (b == '\n') {
                lines++;
            }
        }
        ascii = bits >= 0;
        starts = new int[lines];
        int line = 1;
        for (int i = 0; i < utf8.length; i++) {
            if (utf8[i] == '\n') {
                starts[line++] = i + 1;
            }
        }
    }

    /** Number of lines; a last one that is empty does not count. */
    public int lines() {
        return utf8.length == starts[starts.length - 1] ? starts.length - 1 : starts.length;
    }

    /** The offset of a line's first byte; where there are fewer lines, the text's end. */
    public int start(int line) {
        return line <= starts.length ? starts[line - 1] : utf8.length;
    }

    public int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    public int column(int offset) {
        int start = starts[line(offset) - 1];
        if (ascii) {
            return offset - start + 1;
        }
        boolean onwards = start == lastStart && offset >= lastOffset;
        int column = onwards ? lastColumn : 1;
        for (int i = onwards ? lastOffset : start; i < offset && i < utf8.length; i++) {
            int b = utf8[i] & 0xff;
            if (b < 0x80 || b >= 0xc0) {
                column += b >= 0xf0 ? 2 : 1;
            }
        }
        lastStart = start;
        lastOffset = offset;
        lastColumn = column;
        return column;
    }
}
