package dev.orrery.app.session;

import java.util.concurrent.Executor;

/**
 * Where work runs: {@code ui} is the one thread that may touch observable state, {@code background} is for everything
 * that waits or takes longer than a frame.
 */
public record Threads(Executor ui, Executor background) {
    /** Both on the calling thread, for tests. */
    public static Threads direct() {
        return new Threads(Runnable::run, Runnable::run);
    }
}
