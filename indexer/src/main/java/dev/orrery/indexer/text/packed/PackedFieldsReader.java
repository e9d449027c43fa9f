package dev.orrery.indexer.text.packed;

import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.IndexInput;
import org.jspecify.annotations.Nullable;

/** The fields of one segment. What was written is checked by its checksum when the index is opened. Safe from any thread. */
final class PackedFieldsReader extends FieldsProducer {
    private final IndexInput in;
    private final Map<String, PackedTerms> fields = new TreeMap<>();

    PackedFieldsReader(SegmentReadState state) throws IOException {
        String name = PackedPostingsFormat.fileName(state.segmentInfo.name, state.segmentSuffix);
        in = state.directory.openInput(name, state.context);
        boolean opened = false;
        try {
            CodecUtil.checkIndexHeader(
                    in,
                    PackedPostingsFormat.NAME,
                    PackedPostingsFormat.VERSION,
                    PackedPostingsFormat.VERSION,
                    state.segmentInfo.getId(),
                    state.segmentSuffix);
            CodecUtil.retrieveChecksum(in.clone());
            for (int number = in.readVInt(); number >= 0; number = in.readVInt()) {
                FieldInfo field = state.fieldInfos.fieldInfo(number);
                if (field == null) {
                    throw new CorruptIndexException("field", in);
                }
                fields.put(field.name, PackedTerms.open(in));
            }
            opened = true;
        } finally {
            if (!opened) {
                in.close();
            }
        }
    }

    @Override
    public Iterator<String> iterator() {
        return fields.keySet().iterator();
    }

    @Override
    public @Nullable Terms terms(String field) {
        return fields.get(field);
    }

    @Override
    public int size() {
        return fields.size();
    }

    @Override
    public void checkIntegrity() throws IOException {
        CodecUtil.checksumEntireFile(in);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
