package dev.orrery.indexer.history;

/** What happened to a symbol between two samples. The order is part of the on-disk format. */
public enum SymbolChange {
    ADDED,
    CHANGED,
    REMOVED;

    private static final SymbolChange[] ALL = values();

    static SymbolChange of(int ordinal) {
        return ALL[ordinal];
    }
}
