package dev.orrery.models.complete;

import dev.orrery.api.Cancellation;

/** Proposes code at carets of one repository. Safe from any thread; blocks, built-in sources alone for some milliseconds. */
public interface Completion {
    /**
     * What the built-in sources have to say. Waits for no model that has to be loaded or asked over a network.
     *
     * @throws java.util.concurrent.CancellationException where {@code cancellation} was requested
     */
    Answer at(CompletionRequest request, Cancellation cancellation);
}
