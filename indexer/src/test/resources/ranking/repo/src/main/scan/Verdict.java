package dev.orrery.indexer.scan;

/** What ignore rules say about an entry. */
enum Verdict {
    /** No pattern speaks of it. */
    SILENT,
    IGNORE,
    /** A negated pattern takes it back in. */
    KEEP;

    Verdict or(Verdict weaker) {
        return this == SILENT ? weaker : this;
    }
}
