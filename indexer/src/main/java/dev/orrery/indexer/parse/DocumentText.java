package dev.orrery.indexer.parse;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** A text in native memory as UTF-16, edited in place. Offsets are UTF-16 units. One owner at a time. */
final class DocumentText implements AutoCloseable {
    private static final ValueLayout.OfChar UNIT = ValueLayout.JAVA_CHAR_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private Arena arena = Arena.ofShared();
    private MemorySegment units;
    private int length;
    private int knownOffset;
    private int knownRow;

    DocumentText(String text) {
        units = arena.allocate(2L * roomFor(text.length()));
        length = text.length();
        put(0, text);
    }

    int length() {
        return length;
    }

    /** The text's memory; good until the next edit. */
    MemorySegment segment() {
        return units;
    }

    void replace(int start, int end, String replacement) {
        row(start);
        int change = replacement.length() - (end - start);
        if (2L * (length + change) > units.byteSize()) {
            Arena larger = Arena.ofShared();
            MemorySegment moved = larger.allocate(2L * roomFor(length + change));
            moved.copyFrom(units.asSlice(0, 2L * length));
            arena.close();
            arena = larger;
            units = moved;
        }
        MemorySegment.copy(units, 2L * end, units, 2L * (end + change), 2L * (length - end));
        put(start, replacement);
        length += change;
    }

    /** Number of line feeds before the offset. Cheap near the last place asked about. */
    int row(int offset) {
        int row = knownRow;
        for (int i = knownOffset; i < offset; i++) {
            row += at(i) == '\n' ? 1 : 0;
        }
        for (int i = offset; i < knownOffset; i++) {
            row -= at(i) == '\n' ? 1 : 0;
        }
        knownOffset = offset;
        knownRow = row;
        return row;
    }

    /** Number of units since the last line feed before the offset. */
    int column(int offset) {
        int start = offset;
        while (start > 0 && at(start - 1) != '\n') {
            start--;
        }
        return offset - start;
    }

    private char at(int offset) {
        return units.getAtIndex(UNIT, offset);
    }

    private void put(int start, String text) {
        for (int i = 0; i < text.length(); i++) {
            units.setAtIndex(UNIT, start + (long) i, text.charAt(i));
        }
    }

    private static int roomFor(int length) {
        return length + length / 8 + 1024;
    }

    @Override
    public void close() {
        arena.close();
    }
}
