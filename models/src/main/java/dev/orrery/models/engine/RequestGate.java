package dev.orrery.models.engine;

import dev.orrery.api.Cancellation;
import dev.orrery.api.UserMessage;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one request at a time to a model on this machine, in the order in which they came. Safe from any thread. */
public final class RequestGate {
    private static final long LOOK_EVERY_MILLIS = 20;

    private final ReentrantLock lock = new ReentrantLock(true);

    /**
     * Waits for the others.
     *
     * @return to be closed by the same thread
     * @throws EngineException {@link EngineException.Kind#TIMED_OUT} where it did not come to its turn within the patience
     * @throws CancellationException where the request is no longer wanted, or the thread was interrupted
     */
    public Turn enter(Duration patience, Cancellation cancellation) throws EngineException {
        long begun = System.nanoTime();
        while (true) {
            cancellation.throwIfRequested();
            if (System.nanoTime() - begun > patience.toNanos()) {
                throw new EngineException(
                        EngineException.Kind.TIMED_OUT, UserMessage.of("models.engine.busy", patience.toSeconds()));
            }
            try {
                if (lock.tryLock(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    return lock::unlock;
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }

    /** The right to ask. */
    @FunctionalInterface
    public interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
