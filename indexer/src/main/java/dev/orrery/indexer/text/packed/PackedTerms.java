package dev.orrery.indexer.text.packed;

import dev.orrery.indexer.coding.DamagedCodeException;
import dev.orrery.indexer.coding.RangeCoder;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.IndexInput;
import org.jspecify.annotations.Nullable;

/** The words of one field. The dictionary is read when first asked for, blocks of documents may be forgotten again. */
final class PackedTerms extends Terms {
    private final IndexInput in;
    private final long start;
    private final int size;
    private final int documents;
    private final long all;
    private final int[] blocks;
    private final AtomicReferenceArray<@Nullable SoftReference<int[]>> decoded;
    private volatile @Nullable Words words;

    /**
     * What is known once the dictionary was read.
     *
     * @param dictionary the words
     * @param firstBlocks the first block of each class
     * @param firstWords the first word of each block
     * @param starts where each block lies in the file
     */
    private record Words(Dictionary dictionary, int[] firstBlocks, int[] firstWords, long[] starts) {}

    private PackedTerms(IndexInput in, long start, int size, int documents, long all, int[] blocks) {
        this.in = in;
        this.start = start;
        this.size = size;
        this.documents = documents;
        this.all = all;
        this.blocks = blocks;
        this.decoded = new AtomicReferenceArray<>(blocks.length);
    }

    /** Reads the counts of a field and goes on behind it. */
    static PackedTerms open(IndexInput in) throws IOException {
        int size = in.readVInt();
        int documents = in.readVInt();
        long all = in.readVLong();
        int count = in.readVInt();
        if (size < 0 || count < 0 || count > in.length()) {
            throw new CorruptIndexException("counts", in);
        }
        int[] blocks = new int[count];
        long length = 0;
        for (int i = 0; i < count; i++) {
            blocks[i] = in.readVInt();
            length += blocks[i];
        }
        long start = in.getFilePointer();
        in.readVInt();
        length += in.readVInt();
        length += in.readVInt();
        in.seek(in.getFilePointer() + length);
        return new PackedTerms(in, start, size, documents, all, blocks);
    }

    Dictionary dictionary() throws IOException {
        return words().dictionary;
    }

    private Words words() throws IOException {
        Words known = words;
        if (known == null) {
            known = read();
            words = known;
        }
        return known;
    }

    private synchronized Words read() throws IOException {
        Words known = words;
        if (known != null) {
            return known;
        }
        IndexInput from = in.clone();
        from.seek(start);
        Dictionary dictionary = Dictionary.read(from, size);
        int[] counts = new int[DocumentBlocks.CLASSES];
        for (int word = 0; word < size; word++) {
            int of = DocumentBlocks.classOf(dictionary.documents()[word]);
            counts[of] = Math.max(counts[of], dictionary.places()[word] / DocumentBlocks.SIZE + 1);
        }
        int[] firstBlocks = new int[DocumentBlocks.CLASSES + 1];
        for (int of = 0; of < DocumentBlocks.CLASSES; of++) {
            firstBlocks[of + 1] = firstBlocks[of] + counts[of];
        }
        if (firstBlocks[DocumentBlocks.CLASSES] != blocks.length) {
            throw new CorruptIndexException("blocks", in);
        }
        int[] firstWords = new int[blocks.length];
        for (int word = size - 1; word >= 0; word--) {
            firstWords[block(dictionary, firstBlocks, word)] = word;
        }
        long[] starts = new long[blocks.length];
        long at = from.getFilePointer();
        for (int block = 0; block < blocks.length; block++) {
            starts[block] = at;
            at += blocks[block];
        }
        return new Words(dictionary, firstBlocks, firstWords, starts);
    }

    private static int block(Dictionary dictionary, int[] firstBlocks, int word) {
        return firstBlocks[DocumentBlocks.classOf(dictionary.documents()[word])]
                + dictionary.places()[word] / DocumentBlocks.SIZE;
    }

    /** Points {@code postings} to the documents of a word. */
    void documents(int word, PackedPostings postings) throws IOException {
        Words known = words();
        Dictionary dictionary = known.dictionary;
        int block = block(dictionary, known.firstBlocks, word);
        SoftReference<int[]> kept = decoded.get(block);
        int[] all = kept == null ? null : kept.get();
        if (all == null) {
            all = decoded(known, block);
            decoded.set(block, new SoftReference<>(all));
        }
        int from = dictionary.places()[word] - dictionary.places()[known.firstWords[block]];
        postings.reset(all, from, dictionary.documents()[word]);
    }

    private int[] decoded(Words known, int block) throws IOException {
        Dictionary dictionary = known.dictionary;
        byte[] bytes = new byte[blocks[block]];
        IndexInput from = in.clone();
        from.seek(known.starts[block]);
        from.readBytes(bytes, 0, bytes.length);
        int first = known.firstWords[block];
        int of = DocumentBlocks.classOf(dictionary.documents()[first]);
        DocumentBlocks.Block coded = new DocumentBlocks.Block(RangeCoder.reading(bytes, 0, bytes.length));
        int[] documents = new int[DocumentBlocks.SIZE + (2 << of)];
        int at = 0;
        try {
            for (int word = first; word < size; word++) {
                int count = dictionary.documents()[word];
                if (DocumentBlocks.classOf(count) != of) {
                    continue;
                }
                if (block(dictionary, known.firstBlocks, word) != block) {
                    break;
                }
                coded.walk(documents, at, count);
                at += count;
            }
            return Arrays.copyOf(documents, at);
        } catch (DamagedCodeException | IndexOutOfBoundsException damaged) {
            throw new CorruptIndexException("documents", in, damaged);
        }
    }

    @Override
    public TermsEnum iterator() throws IOException {
        return new PackedTermsEnum(this);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long getSumTotalTermFreq() {
        return all;
    }

    @Override
    public long getSumDocFreq() {
        return all;
    }

    @Override
    public int getDocCount() {
        return documents;
    }

    @Override
    public boolean hasFreqs() {
        return false;
    }

    @Override
    public boolean hasOffsets() {
        return false;
    }

    @Override
    public boolean hasPositions() {
        return false;
    }

    @Override
    public boolean hasPayloads() {
        return false;
    }
}
