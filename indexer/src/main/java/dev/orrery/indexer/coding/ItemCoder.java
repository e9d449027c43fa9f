package dev.orrery.indexer.coding;

/**
 * Numbers of things of which there are more and more, such as strings in the order of their first use. How often each is used is
 * learned for several kinds of places: roughly for each kind, within neighbours for all together. Confined to one thread.
 */
public final class ItemCoder {
    private static final int LOW_BITS = 5;
    private static final int LENGTHS = Integer.SIZE - LOW_BITS + 1;

    private final RangeCoder coder;
    private final int[][] highBits;
    private int[] lowBits = {};

    public ItemCoder(RangeCoder coder, int kinds) {
        this.coder = coder;
        this.highBits = new int[kinds * LENGTHS][];
    }

    /**
     * One of {@code count} items.
     *
     * @throws DamagedCodeException where what is read is none of them
     */
    public int item(int kind, int item, int count) throws DamagedCodeException {
        if (count <= 0 || coder.isExhausted()) {
            throw new DamagedCodeException();
        }
        int bits = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(count - 1) - LOW_BITS);
        int[] tree = highBits[kind * LENGTHS + bits];
        if (tree == null) {
            tree = RangeCoder.cells(1 << bits);
            highBits[kind * LENGTHS + bits] = tree;
        }
        int first = coder.tree(item >>> LOW_BITS, bits, tree, 0) << LOW_BITS;
        if (first >= lowBits.length) {
            int[] more = RangeCoder.cells(1 << bits + LOW_BITS);
            System.arraycopy(lowBits, 0, more, 0, lowBits.length);
            lowBits = more;
        }
        int coded = first | coder.tree(item & (1 << LOW_BITS) - 1, LOW_BITS, lowBits, first);
        if (coded >= count) {
            throw new DamagedCodeException();
        }
        return coded;
    }
}
