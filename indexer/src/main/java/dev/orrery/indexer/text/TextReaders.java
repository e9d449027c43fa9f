package dev.orrery.indexer.text;

import java.io.IOException;
import org.apache.lucene.index.ReaderManager;

/** Hands out snapshots of one index. Safe from any thread. */
final class TextReaders implements AutoCloseable {
    private final ReaderManager readers;
    private final SegmentCache segments = new SegmentCache();

    TextReaders(ReaderManager readers) {
        this.readers = readers;
    }

    TextSnapshot snapshot() throws IOException {
        return new TextSnapshot(readers, segments);
    }

    void refresh() throws IOException {
        readers.maybeRefreshBlocking();
    }

    @Override
    public void close() throws IOException {
        readers.close();
    }
}
