package dev.orrery.indexer.parse;

/**
 * How much a text may cost.
 *
 * @param steps hundreds of parser steps; the same for every run on the same text
 * @param micros time in microseconds, a net below the steps
 * @param nodes the size of the tree
 */
record ParseLimits(long steps, long micros, int nodes) {
    /** Real code takes one to four steps a byte; a hostile one can take thousands. */
    private static final int STEPS_PER_BYTE = 50;

    private static final long MICROS = 20_000_000;
    private static final int NODES = 4_000_000;

    static ParseLimits of(int bytes) {
        return new ParseLimits(10_000 + (long) bytes * STEPS_PER_BYTE / 100, MICROS, NODES);
    }
}
