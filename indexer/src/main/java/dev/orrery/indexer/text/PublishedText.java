package dev.orrery.indexer.text;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.TextScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The last commit of a {@link TextIndex} that another process writes. It goes on showing that commit while the writer makes
 * new ones. Safe from any thread.
 */
public final class PublishedText implements AutoCloseable {
    private final Directory directory;
    private final TextReaders readers;

    private PublishedText(Directory directory, TextReaders readers) {
        this.directory = directory;
        this.readers = readers;
    }

    /** @throws IOException where there is no commit, or it vanished while it was opened; another try may find the next */
    public static PublishedText open(Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            return new PublishedText(directory, new TextReaders(new ReaderManager(DirectoryReader.open(directory))));
        } catch (IOException | RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    /** As {@link TextIndex#layOver}. */
    public void layOver(Map<String, UnsavedText> texts) {
        readers.layOver(texts);
    }

    /** As {@link TextIndex#scanner}. */
    public TextScanner scanner(Path root, Supplier<CodeGraph> graphs) {
        return new DiskTextScanner(root, readers, graphs);
    }

    @Override
    public void close() throws IOException {
        readers.close();
        directory.close();
    }
}
