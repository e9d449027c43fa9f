package dev.orrery.indexer.text;

import dev.orrery.api.CodeGraph;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.ReaderManager;
import org.jspecify.annotations.Nullable;

/**
 * Hands out snapshots of one index, and keeps what they have in common. A few changes are laid over the reader, because
 * reopening it takes longer than reading the changed files; many are read from a new one. Safe from any thread.
 */
final class TextReaders implements AutoCloseable {
    private static final int MOST_LAID_OVER = 64;

    private final ReaderManager readers;
    private final SegmentCache segments = new SegmentCache();
    private final TextMemory memory = new TextMemory();
    private final Map<String, Change> unread = new ConcurrentHashMap<>();
    private Map<String, UnsavedText> unsaved = Map.of();
    private boolean isCleared;
    private volatile Overlay overlay = Overlay.NOTHING;
    private volatile @Nullable Table newest;
    private volatile @Nullable FileRanks ranks;

    /** The files that one reader sees, without and with an overlay. */
    private record Table(IndexReader.CacheKey reader, FileTable base, Overlay overlay, OverlaidFiles files) {}

    /** One change of one file; another change of the same file is another object. */
    private static final class Change {
        final boolean isThere;

        Change(boolean isThere) {
            this.isThere = isThere;
        }
    }

    TextReaders(ReaderManager readers) {
        this.readers = readers;
    }

    TextSnapshot snapshot() throws IOException {
        // First what is laid over, then what it lies over: a change may be in both, but never in neither.
        Overlay over = overlay;
        DirectoryReader reader = readers.acquire();
        try {
            return new TextSnapshot(readers, reader, segments, files(reader, over));
        } catch (IOException | RuntimeException failure) {
            readers.release(reader);
            throw failure;
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private OverlaidFiles files(DirectoryReader reader, Overlay over) throws IOException {
        IndexReader.CacheKey key = reader.getReaderCacheHelper().getKey();
        Table known = newest;
        if (known == null || known.reader() != key) {
            FileTable base = FileTable.of(reader, segments);
            known = new Table(key, base, over, OverlaidFiles.of(base, over));
            newest = known;
        } else if (known.overlay() != over) {
            known = new Table(key, known.base(), over, OverlaidFiles.of(known.base(), over));
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

    /** Notes that the writer has taken in a file, or given it up. */
    void changed(String path, boolean isThere) {
        unread.put(path, new Change(isThere));
    }

    /** Notes that the writer has given up all files. */
    synchronized void cleared() {
        unread.clear();
        isCleared = true;
    }

    /** Makes what the writer took in so far visible to all snapshots from now on. */
    synchronized void publish() throws IOException {
        if (isCleared || unread.size() > MOST_LAID_OVER) {
            reopen();
        } else {
            layOver();
        }
    }

    /** Lays texts over files, instead of those that were laid over before; visible at once. */
    synchronized void layOver(Map<String, UnsavedText> texts) {
        unsaved = Map.copyOf(texts);
        layOver();
    }

    /** As {@link #publish}, leaving no change of a file laid over. */
    synchronized void reopen() throws IOException {
        isCleared = false;
        Map<String, Change> seen = Map.copyOf(unread);
        readers.maybeRefreshBlocking();
        seen.forEach(unread::remove);
        layOver();
    }

    private void layOver() {
        Set<String> there = new HashSet<>();
        Set<String> gone = new HashSet<>();
        unread.forEach((path, change) -> (change.isThere ? there : gone).add(path));
        overlay = Overlay.of(there, gone, unsaved);
    }

    @Override
    public void close() throws IOException {
        readers.close();
    }
}
