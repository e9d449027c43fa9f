package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Document;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Folders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.Changes.Trust;
import dev.orrery.indexer.IndexEngine.Round;
import dev.orrery.indexer.link.Deltas;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.scan.IgnoreRules;
import dev.orrery.indexer.store.ContentHash;
import dev.orrery.indexer.store.FileRow;
import dev.orrery.indexer.store.IndexStore;
import dev.orrery.indexer.store.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The index in the process that owns it: an engine and what it has on disk. Rounds and commits come one at a time, from any
 * thread; what was published is read without waiting.
 */
final class IndexOwner implements AutoCloseable {
    private final IndexStore store;
    private final TextSide text;
    private final FactsSource facts;
    private final Workers workers = new Workers();
    private final LibrarySide libraries;
    private final IndexEngine engine;
    private final Buffers buffers;
    private final ReentrantLock turn = new ReentrantLock();
    private final Troubles troubles;
    private final Consumer<GraphDelta> onDelta;
    private final String toolchain = Toolchain.mark();
    private Manifest manifest;
    private Set<String> redo;
    private final Set<String> uncommittedText = new HashSet<>();
    private boolean uncommittedGraph;
    private boolean uncommittedRows;
    private boolean built;
    private volatile List<UserMessage> problems = List.of();

    private IndexOwner(
            IndexStore store,
            TextSide text,
            Stored stored,
            LibrarySide libraries,
            Buffers buffers,
            Troubles troubles,
            Consumer<GraphDelta> onDelta) {
        this.buffers = buffers;
        this.store = store;
        this.text = text;
        this.troubles = troubles;
        this.onDelta = onDelta;
        this.facts = new FactsSource(store.folder().facts(), troubles::add);
        this.manifest = stored.manifest();
        this.redo = stored.redo();
        this.built = manifest.generation() > 0;
        this.libraries = libraries;
        this.engine = new IndexEngine(
                store.folder().root(),
                stored.rows(),
                stored.graph(),
                manifest.libraries(),
                text,
                facts,
                libraries,
                workers);
    }

    /** What a start found on disk. */
    private record Stored(Manifest manifest, Map<String, FileRow> rows, CodeGraph graph, Set<String> redo) {
        /** The same with a graph that is not older than one that this process has shown already. */
        Stored following(long shown) {
            return graph.generation() >= shown ? this : new Stored(manifest, rows, graph.withGeneration(shown), redo);
        }
    }

    /**
     * Reads what is stored. Where something is missing or damaged, the next refresh makes it anew.
     *
     * @param shown the generation of the graph that this process showed last; generations only rise
     */
    static IndexOwner open(
            IndexStore store,
            TextSide text,
            long shown,
            Buffers buffers,
            Troubles troubles,
            Consumer<GraphDelta> onDelta)
            throws IOException {
        Stored stored = stored(store, text).following(shown);
        return new IndexOwner(store, text, stored, LibrarySide.open(store), buffers, troubles, onDelta);
    }

    private static Stored stored(IndexStore store, TextSide text) throws IOException {
        Optional<Manifest> manifest = store.manifest();
        if (manifest.isPresent()) {
            Optional<Map<String, FileRow>> rows = store.files(manifest.get());
            Optional<CodeGraph> graph = store.graph(manifest.get());
            if (rows.isPresent()) {
                Set<String> redo = new HashSet<>(store.redo());
                boolean lost = text.committed().isEmpty();
                if (lost
                        || redo.isEmpty()
                                && !text.committed().equals(manifest.get().text())) {
                    text.clear();
                    redo.addAll(rows.get().keySet());
                }
                Manifest usable = graph.isPresent()
                        ? manifest.get()
                        : new Manifest(
                                manifest.get().generation(),
                                0,
                                manifest.get().files(),
                                manifest.get().text(),
                                "",
                                "");
                return new Stored(usable, rows.get(), graph.orElse(CodeGraph.empty()), redo);
            }
        }
        text.clear();
        return new Stored(new Manifest(0, 0, 0, "", "", ""), Map.of(), CodeGraph.empty(), Set.of());
    }

    CodeGraph graph() {
        return engine.graph();
    }

    @Nullable
    LiveTypes types() {
        return engine.types();
    }

    /** The graph of the files on disk and the content of each. */
    record Contents(CodeGraph graph, Map<String, ContentHash> hashes) {}

    Contents contents() throws IOException {
        turn.lock();
        try {
            Map<String, ContentHash> hashes = new HashMap<>();
            engine.rows().forEach((path, row) -> hashes.put(path, row.hash()));
            return new Contents(engine.disk(Cancellation.NEVER), hashes);
        } finally {
            turn.unlock();
        }
    }

    TextSide text() {
        return text;
    }

    IgnoreRules rules() {
        return engine.rules();
    }

    List<UserMessage> problems() {
        List<UserMessage> all = new ArrayList<>(troubles.present());
        all.addAll(problems);
        return all;
    }

    /** The newest commit's generation. */
    long generation() {
        turn.lock();
        try {
            return manifest.generation();
        } finally {
            turn.unlock();
        }
    }

    /** Looks at all files, publishes and commits. */
    IndexReport refresh(Progress progress, Cancellation cancellation) throws OrreryException, IOException {
        long start = System.nanoTime();
        turn.lock();
        try {
            Round round = lookEverywhere(progress, cancellation);
            progress.at("indexer.stage.saving", 0, 0);
            commit();
            return Reports.of(
                    engine.graph(),
                    engine.rows().size(),
                    round.parsed(),
                    libraries.found(),
                    (System.nanoTime() - start) / 1e9,
                    bytes());
        } finally {
            turn.unlock();
        }
    }

    /** Looks at all files and publishes; {@link #commit} comes later. */
    Round lookEverywhere(Progress progress, Cancellation cancellation) throws OrreryException, IOException {
        turn.lock();
        try {
            CodeGraph before = engine.graph();
            boolean sameTools =
                    manifest.generation() == 0 || manifest.toolchain().equals(toolchain);
            Trust trust = sameTools ? Trust.STAMPS : Trust.NOTHING;
            Round round = engine.rescan(redo, trust, progress, cancellation);
            uncommittedText.addAll(redo);
            uncommittedGraph |= !sameTools;
            redo = Set.of();
            built = true;
            note(before, round);
            layOver();
            return round;
        } finally {
            turn.unlock();
        }
    }

    /** Looks at some paths and publishes; {@link #commit} comes later. */
    void look(Set<String> paths) throws IOException {
        turn.lock();
        try {
            CodeGraph before = engine.graph();
            note(before, engine.look(paths, Cancellation.NEVER));
        } finally {
            turn.unlock();
        }
    }

    /**
     * Lays the newest unsaved buffers over the files and publishes. Files whose buffers were discarded are looked at first, so that
     * what was saved is not followed by what was there before.
     *
     * @return whether something is to be committed that was not before
     */
    boolean layOver() throws IOException {
        turn.lock();
        try {
            Map<String, Document> open = buffers.open();
            Set<String> ended = engine.ended(open);
            if (!built || ended.isEmpty() && engine.newer(open).isEmpty()) {
                return false;
            }
            boolean wasCommitted = isCommitted();
            if (!ended.isEmpty()) {
                look(ended);
            }
            note(engine.graph(), engine.fill(Cancellation.NEVER));
            CodeGraph before = engine.graph();
            tell(before, engine.layOver(open, Cancellation.NEVER));
            return wasCommitted && !isCommitted();
        } finally {
            turn.unlock();
        }
    }

    /** Prepares for the first change. */
    void warm(Cancellation cancellation) throws IOException {
        turn.lock();
        try {
            engine.warm(cancellation);
        } finally {
            turn.unlock();
        }
    }

    private void note(CodeGraph before, Round round) {
        uncommittedText.addAll(round.text());
        uncommittedGraph |= !round.files().isEmpty();
        uncommittedGraph |= !engine.linkedWith().equals(manifest.libraries());
        uncommittedRows |= round.rows();
        problems = List.copyOf(engine.problems());
        tell(before, round);
    }

    private void tell(CodeGraph before, Round round) {
        if (before != engine.graph() || !round.text().isEmpty()) {
            Set<String> files = new HashSet<>(round.files());
            files.addAll(round.text());
            onDelta.accept(Deltas.between(before, engine.graph(), files, round.relinked()));
        }
    }

    /** Brings what was published to disk. Where that fails the index goes on in memory, and the next commit tries again. */
    void commit() {
        turn.lock();
        try {
            if (!isCommitted()) {
                write();
            }
            libraries.keep();
            troubles.end("indexer.disk.notkept");
        } catch (IOException full) {
            troubles.add(UserMessage.of("indexer.disk.notkept", String.valueOf(full.getMessage())));
        } finally {
            turn.unlock();
        }
    }

    private boolean isCommitted() {
        return uncommittedText.isEmpty()
                && !uncommittedGraph
                && !uncommittedRows
                && manifest.generation() > 0
                && manifest.toolchain().equals(toolchain);
    }

    private void write() throws IOException {
        long next = manifest.generation() + 1;
        boolean writesGraph = uncommittedGraph || manifest.graph() == 0;
        facts.flush();
        if (!uncommittedText.isEmpty()) {
            store.announce(uncommittedText);
        }
        if (writesGraph) {
            store.writeGraph(engine.disk(Cancellation.NEVER), next);
        }
        store.writeFiles(engine.rows(), next);
        String name = manifest.text();
        if (!uncommittedText.isEmpty() || name.isEmpty()) {
            name = Long.toString(next);
            text.commit(name);
        }
        Manifest written =
                new Manifest(next, writesGraph ? next : manifest.graph(), next, name, toolchain, engine.linkedWith());
        store.commit(written);
        manifest = written;
        uncommittedText.clear();
        uncommittedGraph = false;
        uncommittedRows = false;
    }

    long bytes() throws IOException {
        Path shared = store.folder().facts();
        return store.bytes() + (Files.exists(shared) ? Folders.size(shared) : 0);
    }

    @Override
    public void close() throws IOException {
        turn.lock();
        try {
            if (manifest.generation() > 0) {
                commit();
            }
            facts.close(store.folder());
            workers.close();
            text.close();
        } finally {
            turn.unlock();
        }
    }
}
