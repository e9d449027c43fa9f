package dev.orrery.indexer.text.packed;

import dev.orrery.indexer.coding.DamagedCodeException;
import dev.orrery.indexer.coding.NumberCoder;
import dev.orrery.indexer.coding.RangeCoder;

/**
 * How the documents of words become blocks. Words are told apart by how many documents they have, by powers of two: the gaps
 * between the documents of one class are of one size, which a block's contexts learn soon. The blocks of a class follow each
 * other; one holds the words whose documents begin within the same {@link #SIZE} of their class, and is empty behind a word that
 * has more. Documents are told as gaps, each in the context of the one before; those of words that have only one as distance
 * from the last such one.
 */
final class DocumentBlocks {
    /** Documents of a block; more if its last word has many. */
    static final int SIZE = 1 << 13;

    static final int CLASSES = 32;

    private static final int FIRST = 16;
    private static final int CONTEXTS = FIRST + 1;

    private DocumentBlocks() {}

    /** The class of words in {@code documents} files. */
    static int classOf(int documents) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(documents);
    }

    /** One block, written or read word by word. */
    static final class Block {
        private final RangeCoder coder;
        private final NumberCoder numbers;
        private int lastSingle;

        Block(RangeCoder coder) {
            this.coder = coder;
            this.numbers = new NumberCoder(coder, 1, CONTEXTS);
        }

        byte[] toBytes() {
            return coder.toBytes();
        }

        /** Writes the {@code count} documents from {@code at}, which ascend, or reads them there. */
        void walk(int[] documents, int at, int count) throws DamagedCodeException {
            if (count == 1) {
                lastSingle += numbers.signed(0, FIRST, documents[at] - lastSingle);
                documents[at] = lastSingle;
                return;
            }
            int last = -1;
            int context = FIRST;
            for (int i = at; i < at + count; i++) {
                int gap = numbers.unsigned(0, context, documents[i] - last - 1);
                last += 1 + gap;
                documents[i] = last;
                context = Math.min(FIRST - 1, Integer.SIZE - Integer.numberOfLeadingZeros(gap));
            }
        }
    }
}
