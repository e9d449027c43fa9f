package dev.orrery.indexer.text.regex;

import dev.orrery.api.Cancellation;
import java.util.concurrent.atomic.LongAdder;

/**
 * What all matchers of one search may spend on building automata, which bounds patterns that explode. Safe from any
 * thread.
 */
public final class WorkLimit {
    /** Some ten seconds of one core. */
    private static final long MOST = 2_000_000_000L;

    private final LongAdder spent = new LongAdder();
    private final Cancellation cancellation;

    public WorkLimit(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    /**
     * Counts visited states.
     *
     * @throws TooMuchWorkException where the limit is reached
     */
    void spend(int states) {
        spent.add(states);
        cancellation.throwIfRequested();
        if (spent.sum() > MOST) {
            throw new TooMuchWorkException();
        }
    }

    /** The pattern costs too much on this text. */
    public static final class TooMuchWorkException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
