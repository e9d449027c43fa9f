package dev.orrery.api;

/** Tells how much memory a part of the application holds, for the one bar that shows them all. Safe from any thread. */
public interface MemoryUse {
    /** A bundle key for the part's name. */
    String nameKey();

    /** Bytes held now, heap and native together; an estimate is fine, a guess is not. */
    long bytes();
}
