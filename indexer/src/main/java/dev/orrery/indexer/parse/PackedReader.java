package dev.orrery.indexer.parse;

import java.nio.charset.StandardCharsets;

/** Reads what {@link PackedWriter} wrote and trusts none of it. */
final class PackedReader {
    private final byte[] bytes;
    private final int end;
    private int position;

    PackedReader(byte[] bytes) {
        this(bytes, 0);
    }

    PackedReader(byte[] bytes, int start) {
        this(bytes, start, bytes.length);
    }

    private PackedReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    int remaining() {
        return end - position;
    }

    int number() throws FactsFormatException {
        int rest = unsigned();
        return rest >>> 1 ^ -(rest & 1);
    }

    int unsigned() throws FactsFormatException {
        int rest = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            if (position == end) {
                throw new FactsFormatException("end of bytes");
            }
            byte next = bytes[position++];
            rest |= (next & 0x7f) << shift;
            if (next >= 0) {
                return rest;
            }
        }
        throw new FactsFormatException("number");
    }

    private int length() throws FactsFormatException {
        int length = unsigned();
        if (length < 0 || length > remaining()) {
            throw new FactsFormatException("length");
        }
        return length;
    }

    String text() throws FactsFormatException {
        int length = length();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }
}
