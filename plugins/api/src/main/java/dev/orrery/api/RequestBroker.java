package dev.orrery.api;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The one way to any model: it chooses where a request goes within the user's rules and budget, and keeps a record of it.
 * Safe from any thread; the work runs on the broker's threads.
 */
public interface RequestBroker {
    /**
     * Asks. Ends with an {@link OrreryException} that says why nothing answered, or with a
     * {@link java.util.concurrent.CancellationException} soon after the cancellation was requested, the work stopped.
     *
     * @param pieces hears the answer's text as it comes, in order, from one thread; where a second model takes over for one that
     *     failed, only after nothing of the first was told
     */
    CompletableFuture<ModelAnswer> ask(ModelRequest request, Consumer<String> pieces, Cancellation cancellation);

    /** Records what the user made of an answer. */
    void settle(long request, Verdict verdict);

    /** What a user made of an answer. */
    enum Verdict {
        ACCEPTED,
        PARTLY_ACCEPTED,
        REJECTED,
        /** Overtaken by what the user typed; never seen or no longer of use. */
        IGNORED
    }
}
