package dev.orrery.indexer.store;

/** Stored bytes that are not what was written: they are to be set aside and made anew. */
public sealed class DamagedException extends Exception permits OtherVersionException {
    private static final long serialVersionUID = 1;

    DamagedException(String what) {
        super(what);
    }
}
