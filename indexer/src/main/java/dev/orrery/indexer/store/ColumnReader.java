package dev.orrery.indexer.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads what {@link ColumnWriter} wrote, and believes no count that the bytes left cannot hold. */
final class ColumnReader {
    /** Deflate makes nothing smaller than this. */
    private static final int GREATEST_RATIO = 1040;

    private final byte[] bytes;
    private int at;

    ColumnReader(byte[] bytes) {
        this.bytes = bytes;
    }

    static ColumnReader inflated(byte[] deflated) throws DamagedException {
        return new ColumnReader(inflate(deflated));
    }

    static byte[] inflate(byte[] deflated) throws DamagedException {
        if (deflated.length < 4) {
            throw new DamagedException("no length");
        }
        int length = ByteBuffer.wrap(deflated).getInt();
        if (length < 0 || length > (long) deflated.length * GREATEST_RATIO) {
            throw new DamagedException("length");
        }
        byte[] bytes = new byte[length];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(deflated, 4, deflated.length - 4);
            int done = 0;
            while (done < length) {
                int more = inflater.inflate(bytes, done, length - done);
                if (more == 0) {
                    throw new DamagedException("cut off");
                }
                done += more;
            }
            return bytes;
        } catch (DataFormatException damaged) {
            throw new DamagedException("not deflated");
        }
    }

    int remaining() {
        return bytes.length - at;
    }

    long number() throws DamagedException {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7) {
            if (at >= bytes.length) {
                throw new DamagedException("cut off");
            }
            byte next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value >>> 1 ^ -(value & 1);
            }
        }
        throw new DamagedException("number");
    }

    int fourBytes() throws DamagedException {
        if (remaining() < Integer.BYTES) {
            throw new DamagedException("cut off");
        }
        int value = ByteBuffer.wrap(bytes, at, Integer.BYTES).getInt();
        at += Integer.BYTES;
        return value;
    }

    long eightBytes() throws DamagedException {
        if (remaining() < Long.BYTES) {
            throw new DamagedException("cut off");
        }
        long value = ByteBuffer.wrap(bytes, at, Long.BYTES).getLong();
        at += Long.BYTES;
        return value;
    }

    ContentHash hash() throws DamagedException {
        if (remaining() < ContentHash.BYTES) {
            throw new DamagedException("cut off");
        }
        at += ContentHash.BYTES;
        return ContentHash.read(ByteBuffer.wrap(bytes, at - ContentHash.BYTES, ContentHash.BYTES));
    }

    /** A count of things that take at least a byte each. */
    int count() throws DamagedException {
        long count = number();
        if (count < 0 || count > remaining()) {
            throw new DamagedException("count");
        }
        return (int) count;
    }

    String text() throws DamagedException {
        int length = count();
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    String[] texts() throws DamagedException {
        String[] texts = new String[count()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text();
        }
        return texts;
    }

    int[] ints() throws DamagedException {
        int[] column = new int[count()];
        int above = 0;
        for (int i = 0; i < column.length; i++) {
            above += (int) number();
            column[i] = above;
        }
        return column;
    }

    byte[] bytes() throws DamagedException {
        byte[] column = new byte[count()];
        System.arraycopy(bytes, at, column, 0, column.length);
        at += column.length;
        return column;
    }
}
