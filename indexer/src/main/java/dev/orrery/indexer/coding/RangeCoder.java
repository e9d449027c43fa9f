package dev.orrery.indexer.coding;

import java.util.Arrays;

/**
 * A binary arithmetic coder whose probabilities learn from what was coded (Mahoney, "Adaptive Weighing of Context Models for
 * Lossless Data Compression", 2005, without the mixing). One class writes and reads, so that one walk over data serves both:
 * each method is given the value to write, and returns the value that was read or written. Confined to one thread.
 *
 * <p>A cell of a model is 22 bits of probability that the next bit is a one and 10 bits that count what it has seen. No bit
 * takes less than 1/360 of a bit, so that damaged bytes end, by {@link #isExhausted}, after at most {@link #MOST_BITS} bits each.
 */
public final class RangeCoder {
    /** How many coded bits a byte can stand for at most. */
    public static final int MOST_BITS = 3200;

    private static final int HALF = 1 << 31;
    private static final int SLOWEST = 30;
    private static final int LEAST = 128;
    private static final int[] RATES = new int[SLOWEST + 1];

    static {
        for (int seen = 0; seen <= SLOWEST; seen++) {
            RATES[seen] = (1 << 14) / (2 * seen + 3);
        }
    }

    private final boolean reading;
    private byte[] bytes;
    private int at;
    private final int end;
    private int low;
    private int high = -1;
    private int code;

    private RangeCoder(boolean reading, byte[] bytes, int at, int end) {
        this.reading = reading;
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    public static RangeCoder writing() {
        return new RangeCoder(false, new byte[1 << 8], 0, 0);
    }

    /** Reads what {@link #toBytes} gave and what lies in {@code bytes} between two places. */
    public static RangeCoder reading(byte[] bytes, int from, int to) {
        RangeCoder coder = new RangeCoder(true, bytes, from, to);
        for (int i = 0; i < Integer.BYTES; i++) {
            coder.code = coder.code << 8 | coder.next();
        }
        return coder;
    }

    /** A model that has seen nothing. */
    public static int[] cells(int count) {
        int[] cells = new int[count];
        Arrays.fill(cells, HALF);
        return cells;
    }

    public boolean isReading() {
        return reading;
    }

    /** Whether more was read than had been written. */
    public boolean isExhausted() {
        return at - end > Integer.BYTES && reading;
    }

    /** How many bytes are left to read. */
    public int remaining() {
        return Math.max(0, end - at);
    }

    /** A bit as likely as its cell in a model says, which learns from it. */
    public int bit(int bit, int[] cells, int cell) {
        int state = cells[cell];
        int chance = (state >>> 16) - (state >>> 24) + LEAST;
        int split = low + (int) ((high - low & 0xffffffffL) * chance >>> 16);
        int coded = !reading ? bit : code + Integer.MIN_VALUE <= split + Integer.MIN_VALUE ? 1 : 0;
        int seen = state & 1023;
        cells[cell] = state + (((coded << 22) - (state >>> 10) >> 3) * RATES[seen] & ~1023) + (seen < SLOWEST ? 1 : 0);
        narrow(coded, split);
        return coded;
    }

    /**
     * Some bits, the highest first, the chance of each depending on those before it.
     *
     * @param first the first of as many cells as there are values, less one
     */
    public int tree(int value, int bits, int[] cells, int first) {
        int coded = 1;
        for (int i = bits - 1; i >= 0; i--) {
            coded = coded << 1 | bit(value >>> i & 1, cells, first - 1 + coded);
        }
        return coded - (1 << bits);
    }

    /** Bits of which nothing is known. */
    public int bits(int value, int count) {
        int coded = 0;
        for (int i = count - 1; i >= 0; i--) {
            int split = low + (high - low >>> 1);
            int bit = !reading ? value >>> i & 1 : code + Integer.MIN_VALUE <= split + Integer.MIN_VALUE ? 1 : 0;
            narrow(bit, split);
            coded = coded << 1 | bit;
        }
        return coded;
    }

    private void narrow(int bit, int split) {
        if (bit != 0) {
            high = split;
        } else {
            low = split + 1;
        }
        if ((low ^ high) >>> 24 == 0) {
            shift();
        }
    }

    /** Moves on past the bytes that are decided. */
    private void shift() {
        do {
            if (reading) {
                code = code << 8 | next();
            } else {
                append(high >>> 24);
            }
            low <<= 8;
            high = high << 8 | 0xff;
        } while ((low ^ high) >>> 24 == 0);
    }

    /** Behind the end there are zeros. */
    private int next() {
        return at++ < end ? bytes[at - 1] & 0xff : 0;
    }

    private void append(int value) {
        if (at == bytes.length) {
            bytes = Arrays.copyOf(bytes, at * 2);
        }
        bytes[at++] = (byte) value;
    }

    /** Everything that was written; nothing can follow. */
    public byte[] toBytes() {
        int last = (low >>> 16) + 1;
        append(last >>> 8);
        append(last);
        return Arrays.copyOf(bytes, at);
    }
}
