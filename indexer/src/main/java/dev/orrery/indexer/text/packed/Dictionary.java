package dev.orrery.indexer.text.packed;

import dev.orrery.indexer.coding.DamagedCodeException;
import dev.orrery.indexer.coding.NumberCoder;
import dev.orrery.indexer.coding.RangeCoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.BytesRef;

/**
 * The words of a field in their order, and in how many documents each is. On disk: what each word adds to the beginning it
 * shares with the one before, deflated, and as numbers how long both are and how many documents it has. Immutable.
 *
 * @param bytes all words, one after the other
 * @param starts where each begins, and where the last one ends
 * @param documents how many documents each word has, at least one
 * @param places where the documents of each word begin among those of its class
 */
@SuppressWarnings("ArrayRecordComponent")
record Dictionary(byte[] bytes, int[] starts, int[] documents, int[] places) {
    private static final int SHARED = 0;
    private static final int ADDED = 1;
    private static final int DOCUMENTS = 2;
    private static final int COLUMNS = 3;
    private static final int CONTEXTS = 16;

    int size() {
        return documents.length;
    }

    /** Points {@code word} to a word. */
    void word(int index, BytesRef word) {
        word.bytes = bytes;
        word.offset = starts[index];
        word.length = starts[index + 1] - starts[index];
    }

    /** Where {@code word} stands; where it is not there, what {@link Arrays#binarySearch} would say. */
    int find(BytesRef word) {
        int from = 0;
        int to = size() - 1;
        while (from <= to) {
            int middle = from + to >>> 1;
            int order = Arrays.compareUnsigned(
                    bytes, starts[middle], starts[middle + 1], word.bytes, word.offset, word.offset + word.length);
            if (order == 0) {
                return middle;
            }
            from = order < 0 ? middle + 1 : from;
            to = order < 0 ? to : middle - 1;
        }
        return -1 - from;
    }

    /** Takes words in their order and writes them. */
    static final class Writer {
        private final ByteArrayOutputStream added = new ByteArrayOutputStream();
        private final RangeCoder coder = RangeCoder.writing();
        private final NumberCoder numbers = new NumberCoder(coder, COLUMNS, CONTEXTS);
        private byte[] last = {};
        private int lastLength;
        private int lastShared;

        void add(BytesRef word, int documents) throws DamagedCodeException {
            int shared = Arrays.mismatch(last, 0, lastLength, word.bytes, word.offset, word.offset + word.length);
            shared = shared < 0 ? lastLength : shared;
            numbers.unsigned(SHARED, context(lastShared), shared);
            numbers.unsigned(ADDED, context(shared), word.length - shared);
            numbers.unsigned(DOCUMENTS, context(shared), documents - 1);
            added.write(word.bytes, word.offset + shared, word.length - shared);
            if (last.length < word.length) {
                last = new byte[word.length * 2];
            }
            System.arraycopy(word.bytes, word.offset, last, 0, word.length);
            lastLength = word.length;
            lastShared = shared;
        }

        void writeTo(DataOutput out) throws IOException {
            byte[] plain = added.toByteArray();
            byte[] deflated = new byte[plain.length + plain.length / 1000 + 64];
            int length = 0;
            try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
                deflater.setInput(plain);
                deflater.finish();
                while (!deflater.finished()) {
                    length += deflater.deflate(deflated, length, deflated.length - length);
                }
            }
            byte[] coded = coder.toBytes();
            out.writeVInt(plain.length);
            out.writeVInt(length);
            out.writeVInt(coded.length);
            out.writeBytes(deflated, length);
            out.writeBytes(coded, coded.length);
        }
    }

    private static int context(int shared) {
        return Math.min(CONTEXTS - 1, shared);
    }

    /** Reads {@code size} words. */
    static Dictionary read(IndexInput in, int size) throws IOException {
        byte[] added = new byte[in.readVInt()];
        byte[] deflated = new byte[in.readVInt()];
        byte[] coded = new byte[in.readVInt()];
        in.readBytes(deflated, 0, deflated.length);
        in.readBytes(coded, 0, coded.length);
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(deflated);
            for (int done = 0; done < added.length; ) {
                int more = inflater.inflate(added, done, added.length - done);
                if (more == 0) {
                    throw new CorruptIndexException("words are cut off", in);
                }
                done += more;
            }
            return read(added, RangeCoder.reading(coded, 0, coded.length), size);
        } catch (DataFormatException | DamagedCodeException | IndexOutOfBoundsException damaged) {
            throw new CorruptIndexException("words", in, damaged);
        }
    }

    private static Dictionary read(byte[] added, RangeCoder coder, int size) throws DamagedCodeException {
        NumberCoder numbers = new NumberCoder(coder, COLUMNS, CONTEXTS);
        byte[] bytes = new byte[added.length * 2 + 64];
        int[] starts = new int[size + 1];
        int[] documents = new int[size];
        int[] places = new int[size];
        int[] ends = new int[DocumentBlocks.CLASSES];
        int at = 0;
        int shared = 0;
        for (int i = 0; i < size; i++) {
            shared = numbers.unsigned(SHARED, context(shared), 0);
            int more = numbers.unsigned(ADDED, context(shared), 0);
            documents[i] = numbers.unsigned(DOCUMENTS, context(shared), 0) + 1;
            int end = starts[i] + shared + more;
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.addExact(end, end / 2));
            }
            System.arraycopy(bytes, i == 0 ? 0 : starts[i - 1], bytes, starts[i], shared);
            System.arraycopy(added, at, bytes, starts[i] + shared, more);
            at += more;
            starts[i + 1] = end;
            int of = DocumentBlocks.classOf(documents[i]);
            places[i] = ends[of];
            ends[of] += documents[i];
        }
        return new Dictionary(Arrays.copyOf(bytes, starts[size]), starts, documents, places);
    }
}
