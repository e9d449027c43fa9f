package dev.orrery.indexer.store;

/** Stored bytes whose format is that of another version: nothing is wrong with them, and here they are of no use. */
final class OtherVersionException extends DamagedException {
    private static final long serialVersionUID = 1;

    OtherVersionException(String what) {
        super(what);
    }
}
