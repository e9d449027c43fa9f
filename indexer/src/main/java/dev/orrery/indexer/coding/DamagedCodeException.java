package dev.orrery.indexer.coding;

/** Coded bytes are damaged: they hold less than is read from them, or something that no one wrote. */
public final class DamagedCodeException extends Exception {
    private static final long serialVersionUID = 1;

    public DamagedCodeException() {
        super("coded numbers");
    }
}
