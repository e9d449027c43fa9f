package dev.orrery.indexer.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds single bytes in arrays, eight at a time. */
public final class Bytes {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private Bytes() {}

    /** Offset of the first {@code wanted} in {@code bytes[from..to)}, or -1. */
    public static int indexOf(byte[] bytes, int from, int to, byte wanted) {
        long pattern = ONES * (wanted & 0xff);
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long zeros = (long) LONGS.get(bytes, at) ^ pattern;
            long found = zeros - ONES & ~zeros & HIGHS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    /** Offset of the last {@code wanted} in {@code bytes[from..to)}, or -1. */
    public static int lastIndexOf(byte[] bytes, int from, int to, byte wanted) {
        for (int at = to - 1; at >= from; at--) {
            if (bytes[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    /** How many times {@code wanted} stands in {@code bytes[from..to)}. */
    public static int count(byte[] bytes, int from, int to, byte wanted) {
        long pattern = ONES * (wanted & 0xff);
        int count = 0;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long zeros = (long) LONGS.get(bytes, at) ^ pattern;
            count += Long.bitCount(~((zeros & ~HIGHS) + ~HIGHS | zeros | ~HIGHS));
        }
        for (; at < to; at++) {
            count += bytes[at] == wanted ? 1 : 0;
        }
        return count;
    }

    /** Whether all of {@code bytes[from..to)} are ASCII. */
    public static boolean isAscii(byte[] bytes, int from, int to) {
        int at = from;
        for (; at + 8 <= to; at += 8) {
            if (((long) LONGS.get(bytes, at) & HIGHS) != 0) {
                return false;
            }
        }
        for (; at < to; at++) {
            if (bytes[at] < 0) {
                return false;
            }
        }
        return true;
    }
}
