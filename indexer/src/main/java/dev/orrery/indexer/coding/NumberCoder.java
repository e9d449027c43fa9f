package dev.orrery.indexer.coding;

import org.jspecify.annotations.Nullable;

/**
 * Numbers through a {@link RangeCoder}, each in a context that learns how large its numbers are: how many bits they have and,
 * where these are few, which. Contexts stand in groups, whose larger numbers have their highest bits learned together. Confined to
 * one thread.
 */
public final class NumberCoder {
    private static final int IS_ZERO = 0;
    private static final int LENGTHS = 1;
    private static final int FEW_BITS = 16;
    private static final int FEW = 5;
    private static final int CELLS = 48;
    private static final int LONG = 16;
    private static final int LONG_LENGTHS = 0;
    private static final int HIGHEST_BITS = 32;
    private static final int HIGHEST = 3;
    private static final int GROUP_CELLS = HIGHEST_BITS + (Integer.SIZE - FEW << HIGHEST);

    private final RangeCoder coder;
    private final int contextsOfGroup;
    private final int[] @Nullable [] @Nullable [] contexts;
    private final int[] @Nullable [] groups;

    /** @param contextsOfGroup how many contexts each of the {@code groups} has; both are numbered from 0 */
    public NumberCoder(RangeCoder coder, int groups, int contextsOfGroup) {
        this.coder = coder;
        this.contextsOfGroup = contextsOfGroup;
        this.contexts = new int[groups] @Nullable [] @Nullable [];
        this.groups = new int[groups] @Nullable [];
    }

    public boolean isReading() {
        return coder.isReading();
    }

    /** A number near 0, whatever its sign. */
    public int signed(int group, int context, int value) throws DamagedCodeException {
        int folded = unsigned(group, context, value << 1 ^ value >> 31);
        return folded >>> 1 ^ -(folded & 1);
    }

    /**
     * A number that is seldom large or negative.
     *
     * @throws DamagedCodeException where what is read is no number that was written
     */
    public int unsigned(int group, int context, int value) throws DamagedCodeException {
        int[] @Nullable [] ofGroup = contexts[group];
        if (ofGroup == null) {
            ofGroup = new int[contextsOfGroup] @Nullable [];
            contexts[group] = ofGroup;
        }
        int[] cells = cells(ofGroup, context, CELLS);
        int length = coder.isReading() ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(value);
        if (coder.isExhausted()) {
            throw new DamagedCodeException();
        }
        if (coder.bit(length == 0 ? 0 : 1, cells, IS_ZERO) == 0) {
            return 0;
        }
        length = 1 + coder.tree(Math.min(length, LONG) - 1, 4, cells, LENGTHS);
        if (length <= FEW) {
            int free = length - 1;
            return 1 << free | coder.tree(value & (1 << free) - 1, free, cells, FEW_BITS + (1 << free) - free - 1);
        }
        return large(value, length, cells(groups, group, GROUP_CELLS));
    }

    private int large(int value, int shortLength, int[] cells) throws DamagedCodeException {
        int length = shortLength;
        if (shortLength == LONG) {
            int given = Integer.SIZE - Integer.numberOfLeadingZeros(value);
            length = LONG + coder.tree(Math.max(0, given - LONG), 5, cells, LONG_LENGTHS);
        }
        if (length > Integer.SIZE) {
            throw new DamagedCodeException();
        }
        int free = length - 1 - HIGHEST;
        int first = HIGHEST_BITS + (length - FEW - 1 << HIGHEST);
        int highest = 1 << HIGHEST | coder.tree(value >>> free & (1 << HIGHEST) - 1, HIGHEST, cells, first);
        return highest << free | coder.bits(value, free);
    }

    private static int[] cells(int[] @Nullable [] all, int index, int count) {
        int[] cells = all[index];
        if (cells == null) {
            cells = RangeCoder.cells(count);
            all[index] = cells;
        }
        return cells;
    }
}
