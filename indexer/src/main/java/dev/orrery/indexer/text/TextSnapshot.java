package dev.orrery.indexer.text;

import dev.orrery.indexer.text.regex.Requirement;
import dev.orrery.indexer.text.regex.WorkLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.util.FixedBitSet;

/** The index as it is at one moment; must be closed. */
final class TextSnapshot implements AutoCloseable {
    private final ReaderManager readers;
    private final DirectoryReader reader;
    private final SegmentCache segments;
    private final OverlaidFiles files;

    TextSnapshot(ReaderManager readers, DirectoryReader reader, SegmentCache segments, OverlaidFiles files) {
        this.readers = readers;
        this.reader = reader;
        this.segments = segments;
        this.files = files;
    }

    /** All files, and some that are gone, which are never candidates. */
    FileTable files() {
        return files.table();
    }

    /** The texts that are searched in place of files. */
    Map<String, UnsavedText> unsaved() {
        return files.unsaved();
    }

    /** The numbers of the files that may hold a line which meets {@code requirement}. */
    FixedBitSet candidates(Requirement requirement, WorkLimit limit) throws IOException {
        FixedBitSet candidates = new FixedBitSet(files().size());
        for (LeafReaderContext leaf : reader.leaves()) {
            SegmentWords words = segments.of(leaf.reader());
            FixedBitSet documents = new CandidateSearch(words, leaf.reader(), limit).documents(requirement);
            int[] numbers = files().numbers()[leaf.ord];
            for (int document = 0; document < numbers.length; document++) {
                if (numbers[document] >= 0 && (documents == null || documents.get(document))) {
                    candidates.set(numbers[document]);
                }
            }
        }
        files.correct(candidates);
        return candidates;
    }

    @Override
    public void close() {
        try {
            readers.release(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
