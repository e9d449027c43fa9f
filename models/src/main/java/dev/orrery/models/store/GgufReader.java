package dev.orrery.models.store;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Little-endian values of a GGUF file's head, in order, with a bound on how much of the file is read. */
final class GgufReader implements AutoCloseable {
    private static final long HEAD = 512L << 20;

    private final InputStream in;
    private long position;

    GgufReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    long position() {
        return position;
    }

    int u8() throws IOException {
        count(1);
        int value = in.read();
        if (value < 0) {
            throw new EOFException();
        }
        return value;
    }

    long number(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) u8() << (8 * i);
        }
        return value;
    }

    /** A count that must lie from 0 to {@code most}. */
    long count(int bytes, long most) throws IOException {
        long value = number(bytes);
        if (value < 0 || value > most) {
            throw new IOException("a count of " + Long.toUnsignedString(value) + " at byte " + (position - bytes));
        }
        return value;
    }

    String string(int longest) throws IOException {
        int length = (int) count(8, longest);
        count(length);
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    void skip(long bytes) throws IOException {
        count(bytes);
        in.skipNBytes(bytes);
    }

    private void count(long bytes) throws IOException {
        position += bytes;
        if (bytes < 0 || position > HEAD) {
            throw new IOException("a head of more than " + HEAD + " bytes");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
