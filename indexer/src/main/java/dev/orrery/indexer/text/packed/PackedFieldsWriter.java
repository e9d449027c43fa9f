package dev.orrery.indexer.text.packed;

import dev.orrery.indexer.coding.DamagedCodeException;
import dev.orrery.indexer.coding.RangeCoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Writes the fields of one segment. */
final class PackedFieldsWriter extends FieldsConsumer {
    private final SegmentWriteState state;
    private final IndexOutput out;

    PackedFieldsWriter(SegmentWriteState state) throws IOException {
        this.state = state;
        String name = PackedPostingsFormat.fileName(state.segmentInfo.name, state.segmentSuffix);
        out = state.directory.createOutput(name, state.context);
    }

    @Override
    public void write(Fields fields, NormsProducer norms) throws IOException {
        CodecUtil.writeIndexHeader(
                out,
                PackedPostingsFormat.NAME,
                PackedPostingsFormat.VERSION,
                state.segmentInfo.getId(),
                state.segmentSuffix);
        for (String name : fields) {
            Terms terms = fields.terms(name);
            var field = state.fieldInfos.fieldInfo(name);
            if (terms == null || field == null) {
                continue;
            }
            if (field.getIndexOptions() != IndexOptions.DOCS) {
                throw new UnsupportedOperationException("only documents are kept of " + name);
            }
            try {
                Field written = new Field(state.segmentInfo.maxDoc());
                written.addAll(terms.iterator());
                out.writeVInt(field.number);
                written.writeTo(out);
            } catch (DamagedCodeException impossible) {
                throw new AssertionError(impossible);
            }
        }
        out.writeVInt(-1);
        CodecUtil.writeFooter(out);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** One field, collected. */
    private static final class Field {
        private final Dictionary.Writer words = new Dictionary.Writer();
        private final List<List<byte[]>> blocks = new ArrayList<>();
        private final DocumentBlocks.@Nullable Block[] open = new DocumentBlocks.Block[DocumentBlocks.CLASSES];
        private final int[] ends = new int[DocumentBlocks.CLASSES];
        private final FixedBitSet seen;
        private int[] documents = new int[64];
        private int size;
        private long all;

        Field(int documentsInAll) {
            seen = new FixedBitSet(documentsInAll);
            for (int i = 0; i < DocumentBlocks.CLASSES; i++) {
                blocks.add(new ArrayList<>());
            }
        }

        void addAll(TermsEnum terms) throws IOException, DamagedCodeException {
            PostingsEnum postings = null;
            for (BytesRef word = terms.next(); word != null; word = terms.next()) {
                postings = terms.postings(postings, PostingsEnum.NONE);
                int count = 0;
                for (int at = postings.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = postings.nextDoc()) {
                    if (count == documents.length) {
                        documents = Arrays.copyOf(documents, count * 2);
                    }
                    documents[count++] = at;
                    seen.set(at);
                }
                if (count > 0) {
                    add(word, count);
                }
            }
            for (int of = 0; of < DocumentBlocks.CLASSES; of++) {
                close(of);
            }
        }

        private void add(BytesRef word, int count) throws DamagedCodeException {
            words.add(word, count);
            int of = DocumentBlocks.classOf(count);
            DocumentBlocks.Block block = open[of];
            if (block == null) {
                while (blocks.get(of).size() < ends[of] / DocumentBlocks.SIZE) {
                    blocks.get(of).add(new byte[0]);
                }
                block = new DocumentBlocks.Block(RangeCoder.writing());
                open[of] = block;
            }
            block.walk(documents, 0, count);
            int before = ends[of];
            ends[of] += count;
            if (before / DocumentBlocks.SIZE != ends[of] / DocumentBlocks.SIZE) {
                close(of);
            }
            size++;
            all += count;
        }

        private void close(int of) {
            DocumentBlocks.Block block = open[of];
            if (block != null) {
                blocks.get(of).add(block.toBytes());
                open[of] = null;
            }
        }

        void writeTo(IndexOutput out) throws IOException {
            out.writeVInt(size);
            out.writeVInt(seen.cardinality());
            out.writeVLong(all);
            List<byte[]> inOrder = blocks.stream().flatMap(List::stream).toList();
            out.writeVInt(inOrder.size());
            for (byte[] block : inOrder) {
                out.writeVInt(block.length);
            }
            words.writeTo(out);
            for (byte[] block : inOrder) {
                out.writeBytes(block, block.length);
            }
        }
    }
}
