package dev.orrery.indexer.link.java;

/** A field or enum constant. */
interface JavaField {
    Type type(Reads reads);

    /** Bits of {@link dev.orrery.api.Modifiers}. */
    int modifiers();
}
