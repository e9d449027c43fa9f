package dev.orrery.indexer.link.java;

/** Says which method a call means where the type that it is called on is not known. */
@FunctionalInterface
interface Guesses {
    /** Guesses nothing. */
    Guesses NONE = (body, call, name) -> Selection.unknown(name);

    Selection guess(JavaBody body, int call, String name);
}
