package dev.orrery.base;

/**
 * Hears how far long work has come. Called from any thread, often; implementations must be quick and must not throw.
 * {@code total} may grow while the work goes on, and is 0 while it is not yet known.
 */
@FunctionalInterface
public interface Progress {
    /** For work that nobody watches. */
    Progress SILENT = (stageKey, done, total) -> {};

    /**
     * @param stageKey bundle key of what is being done, as in {@code indexer.stage.parsing}
     * @param done units finished
     * @param total units in all, 0 while unknown
     */
    void at(String stageKey, long done, long total);
}
