package dev.orrery.indexer;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work that is done once some time after it was last wanted, on a thread of its own. */
final class Soon implements AutoCloseable {
    private final ScheduledExecutorService timer;
    private final Runnable work;
    private final Supplier<Duration> delay;
    private @Nullable ScheduledFuture<?> planned;

    /** @param work throws nothing: nobody would hear of it */
    Soon(String thread, Runnable work, Supplier<Duration> delay) {
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(thread).daemon().factory());
        this.work = work;
        this.delay = delay;
    }

    synchronized void request() {
        if (planned != null) {
            planned.cancel(false);
        }
        if (!timer.isShutdown()) {
            planned = timer.schedule(work, delay.get().toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    @Override
    public synchronized void close() {
        timer.shutdownNow();
    }
}
