package dev.orrery.indexer.text;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.TextScanner;
import dev.orrery.indexer.scan.TextBlocks;
import dev.orrery.indexer.scan.TextBlocks.Kind;
import dev.orrery.indexer.text.UnusableTextIndexException.Reason;
import dev.orrery.indexer.text.packed.PackedCodec;
import dev.orrery.indexer.text.regex.Requirement;
import dev.orrery.indexer.text.regex.WorkLimit;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NativeFSLockFactory;
import org.apache.lucene.util.FixedBitSet;

/**
 * The words of every text file, in a folder of their own. Changes are seen by searches after {@link #refresh} and survive
 * a crash after {@link #commit}; closing commits nothing. Safe from any thread; {@link #put} from several at once is fast.
 */
public final class TextIndex implements AutoCloseable {
    static final String PATH = "p";
    static final String WORDS = "w";

    private static final String VERSION_KEY = "orrery.text";
    private static final String NAME_KEY = "orrery.commit";
    private static final String VERSION = "2";
    private static final FieldType WORDS_TYPE = docsOnly();
    private static final FieldType PATH_TYPE = docsOnly();

    static {
        PATH_TYPE.setTokenized(false);
        WORDS_TYPE.freeze();
        PATH_TYPE.freeze();
    }

    private static FieldType docsOnly() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(true);
        return type;
    }

    private final Directory directory;
    private final IndexWriter writer;
    private final TextReaders readers;
    /** Lucene makes a segment for each thread that adds; one holds the same words in less room, and adding is the lesser part. */
    private final Object adding = new Object();

    private final ThreadLocal<Collecting> collecting = ThreadLocal.withInitial(Collecting::new);

    /** What a thread that adds files reuses. */
    private record Collecting(TextBlocks blocks, WordCollector words) {
        Collecting() {
            this(new TextBlocks(), new WordCollector());
        }
    }

    private TextIndex(Directory directory, IndexWriter writer, TextReaders readers) {
        this.directory = directory;
        this.writer = writer;
        this.readers = readers;
    }

    /**
     * Opens the index in {@code folder}, or starts an empty one there. All of it is read once and checked.
     *
     * @throws UnusableTextIndexException where what lies there cannot be used; nothing was changed
     * @throws IOException where the folder cannot be read or written, or another process has it open
     */
    public static TextIndex open(Path folder) throws IOException, UnusableTextIndexException {
        Files.createDirectories(folder);
        Directory directory = FSDirectory.open(folder, NativeFSLockFactory.INSTANCE);
        IndexWriter writer = null;
        try {
            boolean exists = DirectoryReader.indexExists(directory);
            if (exists) {
                check(directory);
            }
            IndexWriterConfig config = new IndexWriterConfig()
                    .setOpenMode(exists ? IndexWriterConfig.OpenMode.APPEND : IndexWriterConfig.OpenMode.CREATE)
                    .setCommitOnClose(false)
                    .setCodec(new PackedCodec())
                    .setRAMBufferSizeMB(64);
            writer = new IndexWriter(directory, config);
            return new TextIndex(directory, writer, new TextReaders(new ReaderManager(writer)));
        } catch (IndexFormatTooOldException | IndexFormatTooNewException other) {
            closeQuietly(writer, directory);
            throw new UnusableTextIndexException(Reason.OTHER_VERSION, other);
        } catch (CorruptIndexException
                | EOFException
                | NoSuchFileException
                | FileNotFoundException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException damage) {
            closeQuietly(writer, directory);
            throw new UnusableTextIndexException(Reason.DAMAGED, damage);
        } catch (IOException | UnusableTextIndexException failure) {
            closeQuietly(writer, directory);
            throw failure;
        }
    }

    /** The version is looked at before anything that another version might have written otherwise. */
    private static void check(Directory directory) throws IOException, UnusableTextIndexException {
        Map<String, String> written = SegmentInfos.readLatestCommit(directory).getUserData();
        if (!VERSION.equals(written.get(VERSION_KEY))) {
            throw new UnusableTextIndexException(Reason.OTHER_VERSION, "the text index is of another version");
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                if (leaf.reader() instanceof CodecReader segment) {
                    segment.checkIntegrity();
                }
            }
        }
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable IndexWriter writer, Directory directory)
            throws IOException {
        if (writer != null) {
            writer.rollback();
        }
        directory.close();
    }

    /**
     * Adds a file, or replaces what is known of it. Of a binary file that part is indexed which ripgrep would search.
     *
     * @param path relative to the repository's root, with slashes
     * @param content the file's bytes
     */
    public Kind put(String path, byte[] content) throws IOException {
        Collecting own = collecting.get();
        own.words.clear();
        Kind kind = own.blocks.read(content, own.words);
        write(path, own.words);
        return kind;
    }

    /** As {@link #put(String, byte[])}, reading the file a block at a time, however large it is. */
    public Kind put(String path, Path file) throws IOException {
        Collecting own = collecting.get();
        own.words.clear();
        Kind kind = own.blocks.read(file, own.words);
        write(path, own.words);
        return kind;
    }

    private void write(String path, WordCollector words) throws IOException {
        readers.memory().forget(path);
        words.finish();
        Document document = new Document();
        document.add(new Field(PATH, path, PATH_TYPE));
        document.add(new Field(WORDS, new WordStream(words), WORDS_TYPE));
        synchronized (adding) {
            writer.updateDocument(new Term(PATH, path), document);
        }
        readers.changed(path, true);
    }

    public void remove(String path) throws IOException {
        readers.memory().forget(path);
        writer.deleteDocuments(new Term(PATH, path));
        readers.changed(path, false);
    }

    /** Forgets all files. */
    public void clear() throws IOException {
        readers.memory().forgetAll();
        writer.deleteAll();
        readers.cleared();
    }

    /**
     * Lets searches that begin after this call read texts in place of files, instead of those of the call before. Nothing of them
     * comes into a commit.
     */
    public void layOver(Map<String, UnsavedText> texts) {
        readers.layOver(texts);
    }

    /** Makes all changes so far visible to searches that begin after this call. */
    public void refresh() throws IOException {
        readers.publish();
    }

    /**
     * Makes all changes so far durable, and visible.
     *
     * @param name what {@link #committed} will say
     */
    public void commit(String name) throws IOException {
        writer.setLiveCommitData(Map.of(VERSION_KEY, VERSION, NAME_KEY, name).entrySet());
        writer.commit();
        readers.reopen();
    }

    /** The name of the last commit; empty where there is none. */
    public String committed() {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            for (Map.Entry<String, String> entry : data) {
                if (entry.getKey().equals(NAME_KEY)) {
                    return entry.getValue();
                }
            }
        }
        return "";
    }

    /** The files that searches see, sorted. */
    public SortedSet<String> paths() throws IOException {
        try (TextSnapshot snapshot = readers.snapshot()) {
            FixedBitSet seen = snapshot.candidates(Requirement.ANYTHING, new WorkLimit(Cancellation.NEVER));
            TreeSet<String> paths = new TreeSet<>();
            for (int file = 0; file < seen.length(); file++) {
                if (seen.get(file)) {
                    paths.add(snapshot.files().paths()[file]);
                }
            }
            return paths;
        }
    }

    /**
     * A scanner that reads the indexed files below {@code root}.
     *
     * @param graphs gives what the best hits are ranked by, the same object as long as nothing changed
     */
    public TextScanner scanner(Path root, Supplier<CodeGraph> graphs) {
        return new DiskTextScanner(root, readers, graphs);
    }

    /** Reads what every search needs, so that the first one need not. */
    public void warm(CodeGraph graph) throws IOException {
        try (TextSnapshot snapshot = readers.snapshot()) {
            readers.ranks(snapshot.files(), graph);
        }
    }

    /** Gives the folder up; changes since the last {@link #commit} are lost. */
    @Override
    public void close() throws IOException {
        readers.close();
        writer.rollback();
        directory.close();
    }
}
