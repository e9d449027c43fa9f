package dev.orrery.indexer.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** The {@link SegmentWords} of the segments that are open. Safe from any thread. */
final class SegmentCache {
    private final Map<IndexReader.CacheKey, SegmentWords> known = new ConcurrentHashMap<>();

    SegmentWords of(LeafReader reader) throws IOException {
        IndexReader.CacheHelper helper = reader.getCoreCacheHelper();
        if (helper == null) {
            return SegmentWords.read(reader);
        }
        try {
            return known.computeIfAbsent(helper.getKey(), key -> {
                try {
                    SegmentWords words = SegmentWords.read(reader);
                    helper.addClosedListener(known::remove);
                    return words;
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }
}
