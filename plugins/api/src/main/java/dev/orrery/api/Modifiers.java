package dev.orrery.api;

/** Bits that describe a declaration. A set of them is an {@code int}; the values are part of the on-disk format. */
public final class Modifiers {
    public static final int PUBLIC = 1;
    public static final int PROTECTED = 1 << 1;
    public static final int PRIVATE = 1 << 2;
    public static final int STATIC = 1 << 3;
    public static final int ABSTRACT = 1 << 4;
    public static final int FINAL = 1 << 5;
    /** Not written in the source: an implicit constructor, a record's accessor. */
    public static final int IMPLICIT = 1 << 6;
    /** A method of an interface that has a body. */
    public static final int DEFAULT = 1 << 7;

    public static final int DEPRECATED = 1 << 8;
    public static final int VARARGS = 1 << 9;
    /** An anonymous class or a declaration inside a body. */
    public static final int LOCAL = 1 << 10;
    /** A test method or a type of tests. */
    public static final int TEST = 1 << 11;

    private Modifiers() {}

    /** Whether all {@code bits} are set in {@code modifiers}. */
    public static boolean has(int modifiers, int bits) {
        return (modifiers & bits) == bits;
    }
}
