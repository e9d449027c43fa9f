package dev.orrery.indexer.parse;

/** The shape of a type reference. The order is part of the binary form: append, never reorder. */
public enum TypeForm {
    /** A named type with its arguments, if any; primitives are named types too. */
    NAMED,
    /** {@code ?}; no arguments. */
    WILDCARD,
    /** {@code ? extends T}; one argument. */
    WILDCARD_EXTENDS,
    /** {@code ? super T}; one argument. */
    WILDCARD_SUPER,
    /** {@code A | B}; the arguments are the alternatives. */
    UNION,
    /** {@code A & B}; the arguments are the parts. */
    INTERSECTION;

    private static final TypeForm[] VALUES = values();

    static TypeForm of(int ordinal) {
        return VALUES[ordinal];
    }

    static int count() {
        return VALUES.length;
    }
}
