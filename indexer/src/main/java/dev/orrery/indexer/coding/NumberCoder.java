package dev.orrery.indexer.coding;

import org.jspecify.annotations.Nullable;

/**
 * Numbers through a {@link RangeCoder}, each in a context that learns how large its numbers are: first how many bits they
 * have, then the highest of these; small numbers are learned wholly. Confined to one thread.
 */
public final class NumberCoder {
    private static final int CELLS = 288;
    private static final int IS_ZERO = 0;
    private static final int SHORT_LENGTHS = 1;
    private static final int LONG_LENGTHS = 16;
    private static final int HIGHEST_BITS = 48;
    private static final int SHORT = 16;
    private static final int WHOLLY_LEARNED = 5;
    private static final int LEARNED = 3;

    private final RangeCoder coder;
    private final int @Nullable [][] contexts;

    /** @param contexts how many contexts there are; they are numbered from 0 */
    public NumberCoder(RangeCoder coder, int contexts) {
        this.coder = coder;
        this.contexts = new int @Nullable [contexts][];
    }

    public boolean isReading() {
        return coder.isReading();
    }

    /** A number near 0, whatever its sign. */
    public int signed(int context, int value) throws DamagedCodeException {
        int folded = unsigned(context, value << 1 ^ value >> 31);
        return folded >>> 1 ^ -(folded & 1);
    }

    /**
     * A number that is seldom large or negative.
     *
     * @throws DamagedCodeException where what is read is no number that was written
     */
    public int unsigned(int context, int value) throws DamagedCodeException {
        int[] cells = contexts[context];
        if (cells == null) {
            cells = RangeCoder.cells(CELLS);
            contexts[context] = cells;
        }
        int length = length(Integer.SIZE - Integer.numberOfLeadingZeros(value), cells);
        if (coder.isExhausted() || length > Integer.SIZE) {
            throw new DamagedCodeException();
        }
        if (length < 2) {
            return length;
        }
        int free = length - 1;
        int learned = length <= WHOLLY_LEARNED ? free : LEARNED;
        int first = HIGHEST_BITS - 3 + (length <= WHOLLY_LEARNED ? 1 << free : 32 + (length - 6) * 7);
        int coded = 1;
        for (int i = 1; i <= learned; i++) {
            coded = coded << 1 | coder.bit(value >>> free - i & 1, cells, first + coded);
        }
        return free == learned ? coded : coded << free - learned | coder.bits(value, free - learned);
    }

    private int length(int length, int[] cells) {
        if (coder.bit(length == 0 ? 0 : 1, cells, IS_ZERO) == 0) {
            return 0;
        }
        int coded = 1 + tree(Math.min(length, SHORT) - 1, 4, cells, SHORT_LENGTHS);
        return coded < SHORT ? coded : SHORT + tree(length - SHORT, 5, cells, LONG_LENGTHS);
    }

    /** Some bits, the chance of each depending on those before it. */
    private int tree(int value, int bits, int[] cells, int first) {
        int coded = 1;
        for (int i = bits - 1; i >= 0; i--) {
            coded = coded << 1 | coder.bit(value >>> i & 1, cells, first - 1 + coded);
        }
        return coded - (1 << bits);
    }
}
