package dev.orrery.api;

/**
 * Says whether code that somebody proposes would be thrown out by the compiler, as far as the index can tell. Safe from any thread;
 * blocks for a few milliseconds, longer where nothing is warm.
 */
public interface ProposalCheck {
    /**
     * Looks at the document with the edit done, and at what the edit brought alone: what was wrong before does not count.
     *
     * @throws java.util.concurrent.CancellationException where {@code cancellation} was requested
     */
    ProposalVerdict check(Document document, TextEdit edit, Cancellation cancellation);
}
