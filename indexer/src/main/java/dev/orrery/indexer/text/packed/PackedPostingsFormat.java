package dev.orrery.indexer.text.packed;

import java.io.IOException;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Postings of fields of which only the documents are indexed, in half the space that Lucene's own format takes. Words are kept in
 * memory once they were asked for, documents are decoded some thousand at a time. The form on disk: an index header; for each
 * field its number, its counts and its dictionary ({@link Dictionary}), then blocks of documents ({@link DocumentBlocks}); -1
 * and a footer.
 */
public final class PackedPostingsFormat extends PostingsFormat {
    static final String NAME = "OrreryPacked";
    static final int VERSION = 1;

    /** For Lucene, which finds the format by its name. */
    public PackedPostingsFormat() {
        super(NAME);
    }

    static String fileName(String segment, String suffix) {
        return IndexFileNames.segmentFileName(segment, suffix, "pck");
    }

    @Override
    public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
        return new PackedFieldsWriter(state);
    }

    @Override
    public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
        return new PackedFieldsReader(state);
    }
}
