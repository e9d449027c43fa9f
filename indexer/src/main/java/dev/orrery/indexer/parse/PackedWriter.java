package dev.orrery.indexer.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow by variable-length numbers and texts. */
final class PackedWriter {
    private byte[] bytes = new byte[64];
    private int size;

    void number(int value) {
        unsigned(value << 1 ^ value >> 31);
    }

    void unsigned(int value) {
        reserve(5);
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void text(String text) {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes behind their number. */
    void bytes(byte[] more) {
        unsigned(more.length);
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }
}
