package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.MeaningFinder;
import dev.orrery.api.OrreryException;
import dev.orrery.api.SymbolFinder;
import dev.orrery.api.TextScanner;
import dev.orrery.api.UserMessage;
import dev.orrery.base.CancelSource;
import dev.orrery.base.Progress;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.share.OwnerSocket;
import dev.orrery.indexer.store.IndexFolder;
import dev.orrery.indexer.store.IndexLock;
import dev.orrery.indexer.store.IndexStore;
import dev.orrery.indexer.text.names.NameFinder;
import dev.orrery.indexer.watch.ChangeSet;
import dev.orrery.indexer.watch.RepositoryWatcher;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The role of the process that holds the index's lock: it indexes, watches, and serves those who attach. */
final class OwnerRole implements Role {
    private static final System.Logger LOG = System.getLogger(OwnerRole.class.getName());

    /** A commit waits for the disk, so one is made some time after the last change; at once where others read along. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final IndexFolder folder;
    private final IndexLock lock;
    private final Troubles troubles;
    private final Consumer<UserMessage> onLost;
    private final IndexOwner owner;
    private final SymbolFinder symbols;
    private final MeaningSide meaning;
    private final Soon meanings;
    private final AttachedFaces faces;
    private final Soon commits;
    private final Soon layers;
    private final OwnerSocket socket;
    private final CancelSource ending = new CancelSource();
    private @Nullable RepositoryWatcher watcher;
    private boolean closed;

    private OwnerRole(IndexFolder folder, IndexLock lock, long shown, Buffers buffers, Listener listener)
            throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.troubles = new Troubles(listener::problems);
        this.onLost = listener::lost;
        IndexStore store = new IndexStore(folder, troubles::add);
        this.owner = IndexOwner.open(
                store, TextSide.open(folder, troubles::add), shown, buffers, troubles, listener::changed);
        this.symbols = new NameFinder(owner::graph);
        this.meaning = new MeaningSide(store, owner::graph, buffers::text, troubles::add);
        this.meanings = new Soon("index-meaning", this::followMeaning, () -> REST);
        this.faces = new AttachedFaces(this);
        this.commits = new Soon("index-commit", this::commit, () -> faces.isEmpty() ? REST : Duration.ZERO);
        this.layers = new Soon("index-layer", this::followBuffers, () -> Duration.ZERO);
        this.socket = OwnerSocket.listen(folder.folder(), faces);
    }

    /** Hears of the index, on threads of the role. */
    interface Listener {
        void changed(GraphDelta delta);

        /** The problems are other ones now, without a new graph. */
        void problems();

        /** Changes of files can no longer be taken in: the role should be closed, and taken anew. */
        void lost(UserMessage why);
    }

    /**
     * Takes over the index. Closes the lock where that fails.
     *
     * @param shown the generation of the graph that this process showed last
     */
    static OwnerRole start(IndexFolder folder, IndexLock lock, long shown, Buffers buffers, Listener listener)
            throws IOException {
        try {
            return new OwnerRole(folder, lock, shown, buffers, listener);
        } catch (IOException | RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    @Override
    public CodeGraph graph() {
        return owner.graph();
    }

    @Override
    public IndexReport refresh(Progress progress, Cancellation cancellation) throws OrreryException, IOException {
        IndexReport report = owner.refresh(progress, cancellation);
        faces.published(owner.generation());
        return report;
    }

    private void commit() {
        owner.commit();
        faces.published(owner.generation());
    }

    @Override
    public synchronized void watch() throws OrreryException, IOException {
        if (watcher == null && !closed) {
            watcher = RepositoryWatcher.start(folder.root(), new RepositoryWatcher.Listener() {
                @Override
                public void changed(ChangeSet changes) {
                    follow(changes);
                }

                @Override
                public void trouble(UserMessage message) {
                    troubles.add(message);
                }
            });
            refresh(Progress.SILENT, Cancellation.NEVER);
            Thread.ofPlatform().name("index-warm").daemon().start(this::warm);
        }
    }

    private void warm() {
        try {
            owner.text().warm(owner.graph());
            owner.warm(ending);
        } catch (IOException | RuntimeException notNow) {
            LOG.log(System.Logger.Level.DEBUG, "the first search or change will take longer", notNow);
        }
    }

    @Override
    public void layOver() {
        layers.request();
    }

    private void followBuffers() {
        attempt(() -> {
            if (owner.layOver()) {
                commits.request();
                meanings.request();
            }
        });
    }

    /** A change that cannot be taken in as such is looked for among all files, where nothing depends on what failed. */
    private void follow(ChangeSet changes) {
        attempt(() -> {
            switch (changes) {
                case ChangeSet.Paths(var paths) -> owner.look(paths);
                case ChangeSet.Everything everything -> owner.lookEverywhere(Progress.SILENT, ending);
            }
            commits.request();
            meanings.request();
        });
    }

    /** What takes a change in. */
    @FunctionalInterface
    private interface Taking {
        void run() throws OrreryException, IOException;
    }

    private void attempt(Taking change) {
        try {
            try {
                change.run();
            } catch (IOException | RuntimeException failed) {
                LOG.log(System.Logger.Level.WARNING, "a change of files is looked for again", failed);
                owner.lookEverywhere(Progress.SILENT, ending);
                commits.request();
                meanings.request();
            }
        } catch (CancellationException closing) {
            LOG.log(System.Logger.Level.DEBUG, "closing", closing);
        } catch (IOException
                | OrreryException
                | RuntimeException
                | Error failed) { // nobody else hears of an error here
            LOG.log(System.Logger.Level.ERROR, "a change of files was not taken in", failed);
            onLost.accept(UserMessage.of("indexer.follow.failed", reason(failed)));
        }
    }

    /** What is at the bottom of it: a writer that is closed says less than the full disk that closed it. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    @Override
    public MeaningReport refreshMeaning(Progress progress, Cancellation cancellation) throws IOException {
        long start = System.nanoTime();
        int declarations = meaning.refresh(owner.contents(), progress, cancellation);
        return new MeaningReport(declarations, (System.nanoTime() - start) / 1e9, owner.bytes());
    }

    /** What nobody asked for yet is not learned for the sake of a change. */
    private void followMeaning() {
        if (!meaning.isInUse()) {
            return;
        }
        try {
            meaning.refresh(owner.contents(), Progress.SILENT, ending);
        } catch (CancellationException closing) {
            LOG.log(System.Logger.Level.DEBUG, "closing", closing);
        } catch (IOException | RuntimeException failed) {
            LOG.log(System.Logger.Level.ERROR, "search by meaning does not follow", failed);
            troubles.add(UserMessage.of("indexer.follow.failed", String.valueOf(failed.getMessage())));
        }
    }

    @Override
    public MeaningFinder meaning() {
        return meaning;
    }

    @Override
    public TextScanner text() {
        return owner.text().scanner(owner::graph);
    }

    @Override
    public SymbolFinder symbols() {
        return symbols;
    }

    @Override
    public @Nullable LiveTypes types() {
        return owner.types();
    }

    @Override
    public void warmTypes(Cancellation cancellation) throws IOException {
        owner.warm(cancellation);
    }

    @Override
    public List<UserMessage> problems() {
        return owner.problems();
    }

    @Override
    public void close() {
        RepositoryWatcher watching;
        synchronized (this) {
            closed = true;
            ending.cancel();
            watching = watcher;
            watcher = null;
        }
        if (watching != null) {
            watching.close();
        }
        layers.close();
        commits.close();
        meanings.close();
        close(owner);
        close(socket);
        close(lock);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failed) {
            LOG.log(System.Logger.Level.WARNING, "closing an index", failed);
        }
    }
}
