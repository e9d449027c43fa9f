package dev.orrery.indexer.watch;

import dev.orrery.api.UserMessage;
import dev.orrery.indexer.scan.EntryKind;
import dev.orrery.indexer.scan.GitEnvironment;
import dev.orrery.indexer.scan.GitFolder;
import dev.orrery.indexer.scan.IgnoreRules;
import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Watches one repository until it is closed and hands change sets to a listener, one at a time, on a thread of its own.
 * Where the system cannot watch all folders it says so and asks for a look at everything every few seconds.
 */
public final class RepositoryWatcher implements AutoCloseable {
    private static final long POLL_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final System.Logger LOG = System.getLogger(RepositoryWatcher.class.getName());

    private final Path root;
    private final Listener listener;
    private final @Nullable Path gitLock;
    private final Quiet quiet = new Quiet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final ExecutorService events = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("watch-", 0).daemon().factory());
    private volatile IgnoreRules rules;
    private @Nullable DirectoryWatcher watcher;
    private boolean polling;
    private boolean closed;

    /** Hears of changes; may block, further ones are collected meanwhile. Throws nothing: what it cannot do is its own affair. */
    public interface Listener {
        void changed(ChangeSet changes);

        /** The files are followed less well than they should be, or not at all. */
        void trouble(UserMessage message);
    }

    private RepositoryWatcher(Path root, Listener listener) {
        this.root = root;
        this.listener = listener;
        Optional<GitFolder> git = GitFolder.of(root);
        this.gitLock = git.map(folder -> folder.own().resolve("index.lock")).orElse(null);
        this.rules = IgnoreRules.of(root, GitEnvironment.current());
    }

    /**
     * Starts to watch. What changed before this returns may be missed, so look at everything afterwards.
     *
     * @param root canonical
     */
    public static RepositoryWatcher start(Path root, Listener listener) {
        RepositoryWatcher started = new RepositoryWatcher(root, listener);
        started.register();
        Thread.ofPlatform().name("watch-delivery").daemon().start(started::deliver);
        return started;
    }

    private void register() {
        try {
            DirectoryWatcher fresh = DirectoryWatcher.builder()
                    .path(root)
                    .fileHashing(false)
                    .fileTreeVisitor(new KeptFolders(root, rules, this::reread))
                    .listener(new Events())
                    .build();
            boolean unwanted;
            lock.lock();
            try {
                unwanted = closed;
                watcher = fresh;
            } finally {
                lock.unlock();
            }
            if (unwanted) {
                fresh.close();
                return;
            }
            fresh.watchAsync(events).exceptionally(failed -> {
                failed(failed);
                return null;
            });
        } catch (IOException
                | RuntimeException failed) { // whatever it is, looking every few seconds still works, and is told
            failed(failed);
        }
    }

    /** The system's events, on the library's thread. */
    private final class Events implements DirectoryChangeListener {
        @Override
        public void onEvent(DirectoryChangeEvent event) {
            if (event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW) {
                everything();
                return;
            }
            String path = KeptFolders.relative(root, event.path());
            EntryKind kind = event.isDirectory() ? EntryKind.FOLDER : EntryKind.FILE;
            if (rules.dependOn(path)) {
                everything();
            } else if (!path.isEmpty() && !rules.isIgnored(path, kind)) {
                lock.lock();
                try {
                    quiet.event(path, System.nanoTime());
                    news.signal();
                } finally {
                    lock.unlock();
                }
            }
        }

        @Override
        public void onException(Exception failed) {
            failed(failed);
        }
    }

    private void everything() {
        lock.lock();
        try {
            quiet.everything(System.nanoTime());
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    private void failed(Throwable failed) {
        lock.lock();
        try {
            if (closed || polling) {
                return;
            }
            polling = true;
        } finally {
            lock.unlock();
        }
        LOG.log(System.Logger.Level.DEBUG, "watching", failed);
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        listener.trouble(UserMessage.of(
                "indexer.watch.polling",
                String.valueOf(cause.getMessage()),
                TimeUnit.NANOSECONDS.toSeconds(POLL_NANOS)));
        everything();
    }

    private void deliver() {
        for (ChangeSet changes = next(); changes != null; changes = next()) {
            if (changes instanceof ChangeSet.Everything) {
                registerAgain();
            }
            listener.changed(changes);
        }
    }

    /** Other rules keep other folders, and lost events may have been new folders. */
    private void registerAgain() {
        DirectoryWatcher old;
        lock.lock();
        try {
            if (polling || closed) {
                return;
            }
            old = watcher;
        } finally {
            lock.unlock();
        }
        close(old);
        register();
    }

    private IgnoreRules reread() {
        IgnoreRules read = rules.reread();
        rules = read;
        return read;
    }

    private @Nullable ChangeSet next() {
        lock.lock();
        try {
            long pollAt = System.nanoTime() + POLL_NANOS;
            while (!closed) {
                long now = System.nanoTime();
                long wait = quiet.remaining(gitLock(), now);
                if (wait == 0) {
                    return quiet.take();
                }
                if (polling && now >= pollAt) {
                    return new ChangeSet.Everything();
                }
                await(polling ? Math.min(wait, pollAt - now) : wait);
            }
            return null;
        } catch (InterruptedException ended) {
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void await(long nanos) throws InterruptedException {
        if (nanos == Long.MAX_VALUE) {
            news.await();
        } else {
            long left = news.awaitNanos(nanos);
            assert left <= nanos;
        }
    }

    private Quiet.Lock gitLock() {
        return gitLock != null && !quiet.isEmpty() && Files.exists(gitLock) ? Quiet.Lock.HELD : Quiet.Lock.FREE;
    }

    private static void close(@Nullable DirectoryWatcher watcher) {
        if (watcher != null) {
            try {
                watcher.close();
            } catch (IOException failed) {
                LOG.log(System.Logger.Level.DEBUG, "closing a watcher", failed);
            }
        }
    }

    @Override
    public void close() {
        DirectoryWatcher old;
        lock.lock();
        try {
            closed = true;
            old = watcher;
            watcher = null;
            news.signalAll();
        } finally {
            lock.unlock();
        }
        close(old);
        events.shutdownNow();
    }
}
