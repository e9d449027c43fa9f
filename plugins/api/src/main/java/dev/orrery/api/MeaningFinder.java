package dev.orrery.api;

import java.util.List;

/** Finds declarations by what they are about, asked in a person's words. Safe from any thread. */
public interface MeaningFinder {
    /**
     * The best {@code limit} declarations, best first, among those of the newest snapshot. Blocks for milliseconds.
     *
     * @throws OrreryException where nothing is learned yet
     */
    List<SymbolHit> find(String query, int limit, Cancellation cancellation) throws OrreryException;
}
