package dev.orrery.indexer.text;

import dev.orrery.api.CodeGraph;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.ReaderManager;
import org.jspecify.annotations.Nullable;

/** Hands out snapshots of one index, and keeps what they have in common. Safe from any thread. */
final class TextReaders implements AutoCloseable {
    private final ReaderManager readers;
    private final SegmentCache segments = new SegmentCache();
    private final TextMemory memory = new TextMemory();
    private volatile @Nullable Table newest;
    private volatile @Nullable FileRanks ranks;

    /** The files that one reader sees. */
    private record Table(IndexReader.CacheKey reader, FileTable files) {}

    TextReaders(ReaderManager readers) {
        this.readers = readers;
    }

    TextSnapshot snapshot() throws IOException {
        DirectoryReader reader = readers.acquire();
        try {
            return new TextSnapshot(readers, reader, segments, files(reader));
        } catch (IOException | RuntimeException failure) {
            readers.release(reader);
            throw failure;
        }
    }

    private FileTable files(DirectoryReader reader) throws IOException {
        IndexReader.CacheKey key = reader.getReaderCacheHelper().getKey();
        Table known = newest;
        if (known == null || known.reader() != key) {
            known = new Table(key, FileTable.of(reader, segments));
            newest = known;
        }
        return known.files();
    }

    /** How promising files are as {@code graph} sees them. */
    FileRanks ranks(FileTable files, CodeGraph graph) {
        FileRanks known = ranks;
        if (known == null || !known.isFor(files, graph)) {
            known = new FileRanks(files, graph);
            ranks = known;
        }
        return known;
    }

    /** The texts that searches have read. */
    TextMemory memory() {
        return memory;
    }

    void refresh() throws IOException {
        readers.maybeRefreshBlocking();
    }

    @Override
    public void close() throws IOException {
        readers.close();
    }
}
