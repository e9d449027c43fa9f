package dev.orrery.indexer.text;

import dev.orrery.indexer.text.regex.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** The index as it is at one moment; must be closed. */
final class TextSnapshot implements AutoCloseable {
    private final ReaderManager readers;
    private final DirectoryReader reader;
    private final SegmentCache segments;

    TextSnapshot(ReaderManager readers, SegmentCache segments) throws IOException {
        this.readers = readers;
        this.segments = segments;
        this.reader = readers.acquire();
    }

    /** All files, in no order. */
    List<String> paths() throws IOException {
        return candidates(Requirement.ANYTHING);
    }

    /** The files that may hold a line which meets {@code requirement}, in no order. */
    List<String> candidates(Requirement requirement) throws IOException {
        List<String> paths = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            SegmentWords words = segments.of(leaf.reader());
            FixedBitSet files = files(requirement, words, leaf.reader());
            Bits live = leaf.reader().getLiveDocs();
            for (int file = 0; file < words.size(); file++) {
                String path = words.path(file);
                if (path != null && (files == null || files.get(file)) && (live == null || live.get(file))) {
                    paths.add(path);
                }
            }
        }
        return paths;
    }

    /** Null stands for all files. */
    private static @Nullable FixedBitSet files(Requirement requirement, SegmentWords words, LeafReader reader)
            throws IOException {
        return switch (requirement) {
            case Requirement.Anything anything -> null;
            case Requirement.Text text -> {
                FixedBitSet files = null;
                for (WordPiece piece : WordPiece.of(text)) {
                    files = and(files, words.files(piece, reader));
                }
                yield files;
            }
            case Requirement.All all -> {
                FixedBitSet files = null;
                for (Requirement part : all.parts()) {
                    files = and(files, files(part, words, reader));
                }
                yield files;
            }
            case Requirement.Any any -> {
                FixedBitSet files = new FixedBitSet(words.size());
                for (Requirement part : any.parts()) {
                    FixedBitSet more = files(part, words, reader);
                    if (more == null) {
                        yield null;
                    }
                    files.or(more);
                }
                yield files;
            }
        };
    }

    private static @Nullable FixedBitSet and(@Nullable FixedBitSet some, @Nullable FixedBitSet others) {
        if (some == null || others == null) {
            return some == null ? others : some;
        }
        some.and(others);
        return some;
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
