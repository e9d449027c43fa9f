package dev.orrery.indexer.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Collects numbers, texts and columns as bytes: numbers zigzag and seven bits a byte, columns of ints as differences. */
final class ColumnWriter {
    private byte[] bytes = new byte[1 << 10];
    private int size;

    void number(long value) {
        reserve(10);
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number that looks random, as it is, big-endian. */
    void fourBytes(int value) {
        reserve(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /** As {@link #fourBytes}, for longer ones. */
    void eightBytes(long value) {
        reserve(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
    }

    /** The ten bytes of a hash. */
    void hash(ContentHash hash) {
        eightBytes(hash.high());
        reserve(Short.BYTES);
        bytes[size++] = (byte) (hash.low() >>> 8);
        bytes[size++] = (byte) hash.low();
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    void texts(String[] texts) {
        number(texts.length);
        for (String text : texts) {
            text(text);
        }
    }

    void column(int[] column) {
        number(column.length);
        int above = 0;
        for (int cell : column) {
            number((long) cell - above);
            above = cell;
        }
    }

    void column(byte[] column) {
        number(column.length);
        reserve(column.length);
        System.arraycopy(column, 0, bytes, size, column.length);
        size += column.length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** The bytes deflated, behind their length (four bytes, big-endian). */
    byte[] toDeflated() {
        return deflate(bytes, size);
    }

    static byte[] deflate(byte[] bytes, int size) {
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(bytes, 0, size);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(size / 2 + 64);
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.write(size >>> shift);
            }
            byte[] buffer = new byte[1 << 14];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), (int)
                    Math.min(bytes.length * 2L, Integer.MAX_VALUE - 16)));
        }
    }
}
