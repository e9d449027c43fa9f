package dev.orrery.models.hub;

import dev.orrery.api.Cancellation;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;

/** Waits before something is tried again. */
@FunctionalInterface
public interface Pause {
    /** Really waits; a cancellation ends it within a twentieth of a second. */
    Pause REAL = (length, cancellation) -> {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            cancellation.throwIfRequested();
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            LockSupport.parkNanos(Math.min(50_000_000L, end - System.nanoTime()));
        }
    };

    void forA(Duration length, Cancellation cancellation);
}
