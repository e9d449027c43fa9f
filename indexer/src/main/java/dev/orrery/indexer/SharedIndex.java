package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.ContextSource;
import dev.orrery.api.Document;
import dev.orrery.api.FileOutline;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.MeaningFinder;
import dev.orrery.api.OrreryException;
import dev.orrery.api.ProposalCheck;
import dev.orrery.api.Registration;
import dev.orrery.api.ScopeAt;
import dev.orrery.api.SymbolFinder;
import dev.orrery.api.SyntaxProbe;
import dev.orrery.api.TextScanner;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Folders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.check.ProposalChecker;
import dev.orrery.indexer.context.CaretContext;
import dev.orrery.indexer.history.FileHistory;
import dev.orrery.indexer.history.HistoryReader;
import dev.orrery.indexer.history.SymbolHistory;
import dev.orrery.indexer.history.SymbolReader;
import dev.orrery.indexer.link.Deltas;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.parse.DocumentSyntax;
import dev.orrery.indexer.scope.ScopeFinder;
import dev.orrery.indexer.store.HistoryStore;
import dev.orrery.indexer.store.IndexFolder;
import dev.orrery.indexer.store.IndexLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An opened repository, whichever role this process has; the role changes when the owner ends and this process takes over. */
final class SharedIndex implements CodeIndex {
    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final long PAUSE_MILLIS = 20;
    private static final long RECOVERY_MILLIS = 3_000;
    private static final System.Logger LOG = System.getLogger(SharedIndex.class.getName());

    private final IndexFolder folder;
    private final Troubles notices = new Troubles(this::problemsChanged);
    private final Runnable onClose;
    private final HistoryReader history;
    private final SymbolReader symbolHistory;
    private final CopyOnWriteArrayList<Consumer<GraphDelta>> listeners = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Runnable> problemListeners = new CopyOnWriteArrayList<>();
    private final DocumentSyntax syntax = new DocumentSyntax();
    private final Buffers buffers;
    private final CaretContext context;
    private final RepositoryTypes types = new RepositoryTypes(this::types, this::warmTypes);
    private final ScopeFinder scope = new ScopeFinder(types);
    private final ProposalChecker check = new ProposalChecker(this::readyTypes);
    private volatile @Nullable Role role;
    private volatile CodeGraph lastGraph = CodeGraph.empty();
    private volatile boolean watched;
    private volatile boolean closed;

    /**
     * @param notice what the user should know about this opening
     * @param onClose runs after everything is closed
     */
    SharedIndex(IndexFolder folder, Optional<UserMessage> notice, Runnable onClose) {
        this.folder = folder;
        this.buffers = new Buffers(folder.root());
        this.context = new CaretContext(this::snapshot, buffers::read);
        this.onClose = onClose;
        this.history = new HistoryReader(folder.root(), HistoryStore.commits(folder), notices::add);
        this.symbolHistory = new SymbolReader(folder.root(), HistoryStore.symbols(folder), notices::add);
        notice.ifPresent(notices::add);
    }

    @Override
    public Path root() {
        return folder.root();
    }

    /** Becomes the owner where the index is free, and attaches where it is not. */
    synchronized Role role() throws IOException {
        Role known = role;
        if (known != null) {
            return known;
        }
        if (closed) {
            throw new IOException("closed");
        }
        Folders.createPrivate(folder.folder());
        Optional<IndexLock> lock = IndexLock.tryTake(folder.lock());
        Role taken = lock.isPresent()
                ? OwnerRole.start(folder, lock.get(), lastGraph.generation(), buffers, new OwnerListener())
                : new AttachedRole(folder, buffers, this::tell, this::ownerGone);
        role = taken;
        if (!buffers.isEmpty()) {
            taken.layOver();
        }
        return taken;
    }

    private final class OwnerListener implements OwnerRole.Listener {
        @Override
        public void changed(GraphDelta delta) {
            tell(delta);
        }

        @Override
        public void problems() {
            problemsChanged();
        }

        @Override
        public void lost(UserMessage why) {
            Role lost = role;
            if (lost instanceof OwnerRole) {
                // Not on the watcher's thread: it ends with the role.
                Thread.ofVirtual().name("index-recovery").start(() -> recover(lost, why));
            }
        }
    }

    /** Gives up a role that can no longer follow the files, because the disk is full for example, and takes one anew until it can. */
    private void recover(Role lost, UserMessage why) {
        notices.add(why);
        CodeGraph shown = lost.graph();
        leave(lost);
        while (!closed) {
            try {
                follow();
                tell(Deltas.between(shown, snapshot()));
                notices.end(why.key());
                return;
            } catch (OrreryException still) {
                LOG.log(System.Logger.Level.DEBUG, "the index cannot be taken up yet", still);
                pause(RECOVERY_MILLIS);
            }
        }
    }

    private void problemsChanged() {
        problemListeners.forEach(Runnable::run);
    }

    private void tell(GraphDelta delta) {
        lastGraph = delta.after();
        context.changed(delta);
        for (Consumer<GraphDelta> listener : listeners) {
            listener.accept(delta);
        }
    }

    /** What works on a role; the owner's end shows as an exception, and then another role is taken. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Role role) throws OrreryException, IOException;
    }

    private <T> T withRole(Work<T> work, Cancellation cancellation) throws OrreryException {
        long giveUpAt = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            Role current = null;
            try {
                current = role;
                if (current == null) {
                    current = role();
                    if (watched) {
                        current.watch();
                    }
                }
                return work.on(current);
            } catch (IOException failed) {
                cancellation.throwIfRequested();
                boolean attached = current instanceof AttachedRole;
                if (current != null) {
                    leave(current);
                }
                if (!attached || System.nanoTime() > giveUpAt) {
                    throw new OrreryException(
                            UserMessage.of("indexer.disk.failed", String.valueOf(failed.getMessage())), failed);
                }
                pause(PAUSE_MILLIS);
            }
        }
    }

    private synchronized void leave(Role left) {
        if (role == left) {
            lastGraph = left.graph();
            role = null;
            left.close();
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException();
        }
    }

    /** On the attached role's thread. */
    private void ownerGone() {
        Role left = role;
        if (left instanceof AttachedRole) {
            leave(left);
            try {
                follow();
            } catch (OrreryException failed) {
                notices.add(failed.userMessage());
            }
        }
    }

    @Override
    public CodeGraph snapshot() {
        Role current = role;
        return current == null ? lastGraph : current.graph();
    }

    @Override
    public IndexReport refresh(Progress progress, Cancellation cancellation) throws OrreryException {
        return withRole(current -> current.refresh(progress, cancellation), cancellation);
    }

    @Override
    public void watch() throws OrreryException {
        watched = true;
        follow();
    }

    private void follow() throws OrreryException {
        withRole(
                current -> {
                    current.watch();
                    return current;
                },
                Cancellation.NEVER);
    }

    @Override
    public Registration onChange(Consumer<GraphDelta> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Registration onProblems(Runnable listener) {
        problemListeners.add(listener);
        return () -> problemListeners.remove(listener);
    }

    @Override
    public MeaningReport refreshMeaning(Progress progress, Cancellation cancellation) throws OrreryException {
        return withRole(current -> current.refreshMeaning(progress, cancellation), cancellation);
    }

    @Override
    public MeaningFinder meaning() {
        return (query, limit, cancellation) ->
                withRole(current -> current.meaning().find(query, limit, cancellation), cancellation);
    }

    @Override
    public TextScanner text() {
        return (query, sink, cancellation) ->
                withRole(current -> current.text().scan(query, sink, cancellation), cancellation);
    }

    @Override
    public SymbolFinder symbols() {
        return (query, limit, cancellation) -> {
            Role current = role;
            return current == null ? List.of() : current.symbols().find(query, limit, cancellation);
        };
    }

    @Override
    public FileOutline outline() {
        return syntax;
    }

    @Override
    public SyntaxProbe syntax() {
        return syntax;
    }

    @Override
    public ContextSource context() {
        return context;
    }

    @Override
    public ScopeAt scope() {
        return scope;
    }

    @Override
    public ProposalCheck check() {
        return check;
    }

    private @Nullable LiveTypes types() {
        Role current = role;
        return current == null ? null : current.types();
    }

    /** Null while they are made ready, which begins when they are first asked for. */
    private @Nullable LiveTypes readyTypes() {
        boolean ready = types.areReady();
        LiveTypes now = types.now();
        return ready ? now : null;
    }

    private void warmTypes(Cancellation cancellation) throws OrreryException {
        withRole(
                current -> {
                    current.warmTypes(cancellation);
                    return current;
                },
                cancellation);
    }

    @Override
    public String read(String path) throws OrreryException {
        return FileText.read(folder.root(), path);
    }

    @Override
    public void edit(Document buffer) {
        buffers.edit(buffer);
        layOver();
    }

    @Override
    public void discard(String path) {
        buffers.discard(path);
        layOver();
    }

    private void layOver() {
        Role current = role;
        if (current != null) {
            current.layOver();
        }
    }

    @Override
    public FileHistory history(Progress progress, Cancellation cancellation) throws OrreryException {
        return history.read(progress, cancellation);
    }

    @Override
    public SymbolHistory symbolHistory(Progress progress, Cancellation cancellation) throws OrreryException {
        return symbolHistory.read(history.read(progress, cancellation), progress, cancellation);
    }

    @Override
    public List<UserMessage> problems() {
        Role current = role;
        List<UserMessage> all = new ArrayList<>(notices.present());
        if (current != null) {
            all.addAll(current.problems());
        }
        return all;
    }

    @Override
    public void close() {
        Role current;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            current = role;
            role = null;
        }
        if (current != null) {
            lastGraph = current.graph();
            current.close();
        }
        check.close();
        types.close();
        scope.close();
        syntax.close();
        onClose.run();
    }
}
