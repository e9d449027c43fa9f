package dev.orrery.models.pool;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs something every few seconds, from when it is first needed. Safe from any thread. */
final class Tending implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Runnable work;
    private @Nullable ScheduledExecutorService thread;
    private boolean closed;

    Tending(Runnable work) {
        this.work = work;
    }

    synchronized void start() {
        if (thread == null && !closed) {
            thread = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("orrery-model-pool").factory());
            var unused =
                    thread.scheduleWithFixedDelay(this::run, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void run() {
        try {
            work.run();
        } catch (RuntimeException failed) {
            System.getLogger(Tending.class.getName()).log(System.Logger.Level.WARNING, "tending models", failed);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.shutdown();
        }
    }
}
