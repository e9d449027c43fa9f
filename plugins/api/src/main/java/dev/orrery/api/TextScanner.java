package dev.orrery.api;

import java.util.function.Consumer;

/** Finds text in the files of a workspace. Safe from any thread; blocks, so never call it on a thread that paints. */
public interface TextScanner {
    /**
     * Sends every hit to {@code sink}, in the order of path, line and column, on the calling thread. Where the query has a
     * limit, its best hits are sent, best first.
     *
     * @return whether all hits were sent; false where the limit ended the search
     * @throws OrreryException where the pattern is wrong or not supported
     * @throws java.util.concurrent.CancellationException where {@code cancellation} was requested
     */
    boolean scan(TextQuery query, Consumer<TextHit> sink, Cancellation cancellation) throws OrreryException;
}
