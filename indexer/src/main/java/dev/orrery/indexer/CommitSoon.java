package dev.orrery.indexer;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Commits some time after the last change, because each commit waits for the disk: at once where others read along. */
final class CommitSoon implements AutoCloseable {
    private static final long ALONE_MILLIS = 2_000;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("index-commit").daemon().factory());
    private final Runnable commit;
    private final BooleanSupplier alone;
    private @Nullable ScheduledFuture<?> planned;

    CommitSoon(Runnable commit, BooleanSupplier alone) {
        this.commit = commit;
        this.alone = alone;
    }

    synchronized void request() {
        if (planned != null) {
            planned.cancel(false);
        }
        if (!timer.isShutdown()) {
            planned = timer.schedule(commit, alone.getAsBoolean() ? ALONE_MILLIS : 0, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
    }
}
