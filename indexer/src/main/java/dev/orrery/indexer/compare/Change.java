package dev.orrery.indexer.compare;

/** What became of a declaration. */
public enum Change {
    SAME,
    ADDED,
    /** Its own text differs; perhaps it was moved besides. */
    CHANGED,
    /** It stands in another file or inside another declaration, word for word. */
    MOVED,
    REMOVED
}
