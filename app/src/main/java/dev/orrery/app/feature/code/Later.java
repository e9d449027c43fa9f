package dev.orrery.app.feature.code;

import dev.orrery.app.session.Threads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs things on the UI thread after a while.
 *
 * @param behind how long; nothing runs at once, on the caller's thread
 */
record Later(Threads threads, Duration behind) {
    void run(Runnable task) {
        if (behind.isZero()) {
            task.run();
        } else {
            CompletableFuture.delayedExecutor(behind.toMillis(), TimeUnit.MILLISECONDS, threads.background())
                    .execute(() -> threads.ui().execute(task));
        }
    }
}
