package dev.orrery.indexer.text.packed;

import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;

/** Lucene's codec with packed postings. What it writes names the format, so that reading needs no codec of ours. */
public final class PackedCodec extends Lucene104Codec {
    private final PostingsFormat postings = new PackedPostingsFormat();

    @Override
    public PostingsFormat getPostingsFormatForField(String field) {
        return postings;
    }
}
