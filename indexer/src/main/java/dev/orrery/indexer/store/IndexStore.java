package dev.orrery.indexer.store;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.UserMessage;
import dev.orrery.base.AtomicFile;
import dev.orrery.base.AtomicFile.Format;
import dev.orrery.base.Folders;
import dev.orrery.base.StoredContent;
import dev.orrery.indexer.library.Libraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads and commits the files of one worktree's index, in the order that the package's specification gives. Only the
 * owner of the index commits; anybody may read. Not safe from several threads at a time.
 */
public final class IndexStore {
    static final Format MANIFEST = new Format("ORRYINDX", 2);
    private static final Format GRAPH = new Format("ORRYGRPH", 4);
    static final Format FILES = new Format("ORRYFILE", 3);
    private static final Format MEANING = new Format("ORRYMEAN", 3);
    private static final Format LIBRARIES = new Format("ORRYLIBS", 1);
    private static final Format REDO = new Format("ORRYREDO", 1);
    private static final int SMALL = 1 << 20;
    static final int LARGE = Integer.MAX_VALUE - 64;
    private static final Pattern GENERATION = Pattern.compile("(?:graph|files)-[0-9]{1,18}");

    private final IndexFolder folder;
    private final Consumer<UserMessage> onDamage;

    /** @param onDamage hears of files that had to be set aside */
    public IndexStore(IndexFolder folder, Consumer<UserMessage> onDamage) {
        this.folder = folder;
        this.onDamage = onDamage;
    }

    public IndexFolder folder() {
        return folder;
    }

    /** How stored bytes become what they mean. */
    private interface Decoder<T> {
        T decode(byte[] bytes) throws DamagedException;
    }

    /** The last commit; empty where there is none that can be used. */
    public Optional<Manifest> manifest() throws IOException {
        return read(new AtomicFile(folder.folder().resolve("current"), MANIFEST), SMALL, Manifest::decode);
    }

    public Optional<CodeGraph> graph(Manifest manifest) throws IOException {
        return read(graphFile(manifest.graph()), LARGE, GraphCodec::decode);
    }

    public Optional<Map<String, FileRow>> files(Manifest manifest) throws IOException {
        return read(filesFile(manifest.files()), LARGE, FileTable::decode);
    }

    /** What search by meaning kept; it stands beside the commits, because it names the content of every file it speaks of. */
    public Optional<StoredMeaning> meaning() throws IOException {
        return read(meaningFile(), LARGE, StoredMeaning::decode);
    }

    public void writeMeaning(StoredMeaning meaning) throws IOException {
        meaningFile().write(meaning.encode());
    }

    /** Which libraries were found, and by what; it stands beside the commits, because it names all that it depends on. */
    public Optional<Libraries> libraries() throws IOException {
        return read(librariesFile(), LARGE, StoredLibraries::decode);
    }

    public void writeLibraries(Libraries libraries) throws IOException {
        librariesFile().write(StoredLibraries.encode(libraries));
    }

    /** Files whose text an interrupted commit may have brought into the text index or not. */
    public Set<String> redo() throws IOException {
        return read(
                        redoFile(),
                        LARGE,
                        bytes -> Set.of(ColumnReader.inflated(bytes).texts()))
                .orElse(Set.of());
    }

    /** Announces a commit; must come before the text index commits. */
    public void announce(Set<String> changedText) throws IOException {
        Set<String> all = new TreeSet<>(redo());
        all.addAll(changedText);
        ColumnWriter out = new ColumnWriter();
        out.texts(all.toArray(String[]::new));
        redoFile().write(out.toDeflated());
    }

    public void writeGraph(CodeGraph graph, long generation) throws IOException {
        graphFile(generation)
                .write(GraphCodec.encode(graph.generation(), graph.columns().canonical()));
    }

    public void writeFiles(Map<String, FileRow> files, long generation) throws IOException {
        filesFile(generation).write(FileTable.encode(files));
    }

    /**
     * Makes what was written the index. Only this commit's files and the previous one's are kept; the latter because
     * readers that attached just before still open them.
     */
    public void commit(Manifest manifest) throws IOException {
        Set<String> kept = new HashSet<>(names(manifest));
        manifest().ifPresent(previous -> kept.addAll(names(previous)));
        new AtomicFile(folder.folder().resolve("current"), MANIFEST).write(manifest.encode());
        Files.deleteIfExists(redoFile().path());
        try (var files = Files.newDirectoryStream(folder.folder())) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (GENERATION.matcher(name).matches() && !kept.contains(name)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static Set<String> names(Manifest manifest) {
        return Set.of("graph-" + manifest.graph(), "files-" + manifest.files());
    }

    /** Bytes of the whole index on disk, without what is shared with other worktrees. */
    public long bytes() throws IOException {
        return Files.exists(folder.folder()) ? Folders.size(folder.folder()) : 0;
    }

    private <T> Optional<T> read(AtomicFile file, int limit, Decoder<T> decoder) throws IOException {
        return switch (file.read(limit)) {
            case StoredContent.Absent absent -> Optional.empty();
            case StoredContent.Intact intact -> {
                try {
                    yield Optional.of(decoder.decode(intact.bytes()));
                } catch (DamagedException damaged) {
                    yield setAside(file, "indexer.store.damaged");
                }
            }
            case StoredContent.OtherVersion other -> setAside(file, "indexer.store.version");
            case StoredContent.Damaged damaged -> setAside(file, "indexer.store.damaged");
        };
    }

    private <T> Optional<T> setAside(AtomicFile file, String key) throws IOException {
        Optional<Path> aside = file.setAside();
        aside.ifPresent(path -> onDamage.accept(UserMessage.of(key, file.path(), path)));
        return Optional.empty();
    }

    private AtomicFile graphFile(long generation) {
        return new AtomicFile(folder.folder().resolve("graph-" + generation), GRAPH);
    }

    private AtomicFile filesFile(long generation) {
        return new AtomicFile(folder.folder().resolve("files-" + generation), FILES);
    }

    private AtomicFile meaningFile() {
        return new AtomicFile(folder.folder().resolve("meaning"), MEANING);
    }

    private AtomicFile librariesFile() {
        return new AtomicFile(folder.folder().resolve("libraries"), LIBRARIES);
    }

    private AtomicFile redoFile() {
        return new AtomicFile(folder.folder().resolve("redo"), REDO);
    }
}
