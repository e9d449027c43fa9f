package dev.orrery.api;

import java.util.List;

/**
 * Collects what a reader or a model should know at a caret. Safe from any thread; blocks for a few milliseconds, longer where
 * nothing is warm.
 */
public interface ContextSource {
    /**
     * The pieces of code that matter at a caret, the text around it first, then by score. Together they cost no more tokens
     * than the request allows, and none shows a line of the first one again. The same request on the same snapshot has the
     * same answer, as long as nothing is edited. A document that the index does not know yet is answered from its text alone.
     *
     * @throws java.util.concurrent.CancellationException where {@code cancellation} was requested
     */
    List<ContextPiece> context(ContextRequest request, Cancellation cancellation);

    /** Prepares for carets anywhere in the newest snapshot, so that the first question does not wait. Blocks meanwhile. */
    void warm(Cancellation cancellation);
}
