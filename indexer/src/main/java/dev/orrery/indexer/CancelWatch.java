package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import java.io.Closeable;
import java.io.IOException;

/** Ends a wait that knows nothing of cancellations, by closing what is waited for. */
final class CancelWatch implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;

    private final Thread thread;

    private CancelWatch(Thread thread) {
        this.thread = thread;
    }

    static CancelWatch closing(Closeable waitedFor, Cancellation cancellation) {
        return new CancelWatch(Thread.ofVirtual().name("index-cancel").start(() -> {
            try {
                while (!cancellation.isRequested()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
                waitedFor.close();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            } catch (IOException alreadyClosed) {
                System.getLogger(CancelWatch.class.getName()).log(System.Logger.Level.TRACE, "closed", alreadyClosed);
            }
        }));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
