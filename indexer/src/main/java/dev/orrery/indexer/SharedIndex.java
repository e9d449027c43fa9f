package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.FileOutline;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.OrreryException;
import dev.orrery.api.Registration;
import dev.orrery.api.SymbolFinder;
import dev.orrery.api.SyntaxProbe;
import dev.orrery.api.TextScanner;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.indexer.parse.DocumentSyntax;
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

    private final IndexFolder folder;
    private final List<UserMessage> notices;
    private final Runnable onClose;
    private final CopyOnWriteArrayList<Consumer<GraphDelta>> listeners = new CopyOnWriteArrayList<>();
    private final DocumentSyntax syntax = new DocumentSyntax();
    private volatile @Nullable Role role;
    private volatile CodeGraph lastGraph = CodeGraph.empty();
    private volatile boolean watched;
    private boolean closed;

    /**
     * @param notices what the user should know about this opening
     * @param onClose runs after everything is closed
     */
    SharedIndex(IndexFolder folder, List<UserMessage> notices, Runnable onClose) {
        this.folder = folder;
        this.notices = notices;
        this.onClose = onClose;
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
        Optional<IndexLock> lock = IndexLock.tryTake(folder.lock());
        Role taken = lock.isPresent()
                ? OwnerRole.start(folder, lock.get(), this::tell)
                : new AttachedRole(folder, this::tell, this::ownerGone);
        role = taken;
        return taken;
    }

    private void tell(GraphDelta delta) {
        lastGraph = delta.after();
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
                pause();
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

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
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
    public String read(String path) throws OrreryException {
        return FileText.read(folder.root(), path);
    }

    @Override
    public List<UserMessage> problems() {
        Role current = role;
        List<UserMessage> all = new ArrayList<>(notices);
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
        syntax.close();
        onClose.run();
    }
}
