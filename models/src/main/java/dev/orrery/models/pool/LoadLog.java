package dev.orrery.models.pool;

import java.time.Duration;

/** Hears what models really took, so that predictions learn. */
@FunctionalInterface
public interface LoadLog {
    /** For those who do not learn. */
    LoadLog NONE = (entry, measuredBytes, took) -> {};

    /**
     * A model was loaded.
     *
     * @param entry with what was predicted
     * @param measuredBytes that it holds
     * @param took from the engine's call to its answer
     */
    void loaded(PoolEntry entry, long measuredBytes, Duration took);
}
