package dev.orrery.indexer.parse;

/**
 * How much a text may cost.
 *
 * @param steps hundreds of parser steps; the same for every run on the same text
 * @param memory bytes that the core may allocate, those that it frees again included; the same for every run too
 * @param micros time in microseconds, a net below the steps
 * @param nodes the size of the tree
 */
record ParseLimits(long steps, long memory, long micros, int nodes) {
    /** Real code takes up to two steps a byte; a hostile one can take thousands. */
    private static final int STEPS_PER_BYTE = 20;

    private static final int HUNDREDS_FOR_SHORT = 5_000;

    /** Real code takes up to a hundred bytes a byte; a few kilobytes of hostile code can take gigabytes. */
    private static final int MEMORY_PER_BYTE = 500;

    private static final long MEMORY_FOR_SHORT = 64L << 20;

    private static final long MICROS = 20_000_000;
    private static final int NODES = 4_000_000;

    static ParseLimits of(int bytes) {
        return new ParseLimits(
                HUNDREDS_FOR_SHORT + (long) bytes * STEPS_PER_BYTE / 100,
                MEMORY_FOR_SHORT + (long) bytes * MEMORY_PER_BYTE,
                MICROS,
                NODES);
    }
}
