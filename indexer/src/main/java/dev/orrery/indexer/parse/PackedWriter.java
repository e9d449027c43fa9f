package dev.orrery.indexer.parse;

import java.util.Arrays;

/** Bytes that grow by variable-length numbers and texts. */
final class PackedWriter {
    private byte[] bytes = new byte[1024];
    private int size;

    void number(int value) {
        reserve(5);
        int rest = value << 1 ^ value >> 31;
        while ((rest & ~0x7f) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void text(String text) {
        byte[] utf8 = FactsCodec.utf8(text);
        number(utf8.length);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
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
