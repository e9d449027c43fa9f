package dev.orrery.models.engine.http;

import dev.orrery.api.Cancellation;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Whether a request shall still be waited for. For one thread. */
final class Watch {
    /** How long is waited before it is asked again. */
    static final long STEP_MILLIS = 10;

    private static final Duration LONGEST = Duration.ofDays(1);

    private final String server;
    private final Cancellation cancellation;
    private final BooleanSupplier closed;
    private final long started = System.nanoTime();
    private final long patience;
    private boolean answered;

    /**
     * @param server for messages
     * @param closed whether the model was closed
     * @param patience from now on
     */
    Watch(String server, Cancellation cancellation, BooleanSupplier closed, Duration patience) {
        this.server = server;
        this.cancellation = cancellation;
        this.closed = closed;
        this.patience = (patience.compareTo(LONGEST) < 0 ? patience : LONGEST).toNanos();
    }

    /**
     * @throws CancellationException where that was asked for
     * @throws EngineException where patience is at its end, or the model was closed
     */
    void check() throws EngineException {
        cancellation.throwIfRequested();
        if (closed.getAsBoolean()) {
            throw new EngineException(EngineException.Kind.UNAVAILABLE, UserMessage.of("models.http.closed"));
        }
        if (System.nanoTime() - started >= patience) {
            throw new EngineException(
                    EngineException.Kind.TIMED_OUT,
                    UserMessage.of("models.http.timeout", server, TimeUnit.NANOSECONDS.toMillis(patience)));
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, patience - (System.nanoTime() - started)));
    }

    /** The server answered, so a time-out from now on is not for want of life. */
    void answered() {
        answered = true;
    }

    boolean isAnswered() {
        return answered;
    }

    /** Whether it was ended from this side. */
    boolean isEnded() {
        return cancellation.isRequested() || closed.getAsBoolean();
    }

    /** Waits that long, if it may. */
    void pause(Duration duration) throws EngineException {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            check();
            LockSupport.parkNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(STEP_MILLIS)));
            if (Thread.interrupted()) {
                throw interrupted();
            }
        }
    }

    static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException();
    }
}
