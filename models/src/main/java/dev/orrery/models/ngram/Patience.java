package dev.orrery.models.ngram;

import dev.orrery.api.Cancellation;
import java.time.Duration;

/** Ends work that takes longer than it is of use. */
final class Patience implements Cancellation {
    private final long began;
    private final Duration patience;
    private final Cancellation cancellation;

    /** Thrown where the time is over. */
    static final class OutOfPatience extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    Patience(long began, Duration patience, Cancellation cancellation) {
        this.began = began;
        this.patience = patience;
        this.cancellation = cancellation;
    }

    @Override
    public boolean isRequested() {
        if (patience.minusNanos(System.nanoTime() - began).isNegative()) {
            throw new OutOfPatience();
        }
        return cancellation.isRequested();
    }
}
