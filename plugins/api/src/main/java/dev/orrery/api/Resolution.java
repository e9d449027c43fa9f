package dev.orrery.api;

/** How surely a call site's callee is known. The order is part of the on-disk format. */
public enum Resolution {
    /** Name, receiver type and arguments leave one declaration. */
    EXACT,
    /** One declaration is left, but a type on the way was guessed. */
    INFERRED,
    /** Several declarations are left; the best one is the callee, the others are candidates. */
    AMBIGUOUS,
    /** The callee lies outside the repository. */
    EXTERNAL
}
