package dev.orrery.indexer.parse;

import java.nio.charset.StandardCharsets;

/** Reads what {@link PackedWriter} wrote and trusts none of it. */
final class PackedReader {
    private final byte[] bytes;
    private int position;

    PackedReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int remaining() {
        return bytes.length - position;
    }

    int number() throws FactsFormatException {
        int rest = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            if (position == bytes.length) {
                throw new FactsFormatException("end of bytes");
            }
            byte next = bytes[position++];
            rest |= (next & 0x7f) << shift;
            if (next >= 0) {
                return rest >>> 1 ^ -(rest & 1);
            }
        }
        throw new FactsFormatException("number");
    }

    int count(int most) throws FactsFormatException {
        int count = number();
        if (count < 0 || count > most) {
            throw new FactsFormatException("count");
        }
        return count;
    }

    String text() throws FactsFormatException {
        int length = count(Integer.MAX_VALUE);
        if (length > remaining()) {
            throw new FactsFormatException("text");
        }
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }
}
