package dev.orrery.indexer.parse;

/** What surrounds an expression and so says which type is wanted from it. The order is part of the binary form. */
public enum ContextKind {
    /** Nothing is wanted. */
    NONE,
    /** An argument; the row is the call. */
    ARGUMENT,
    /** A declared type; the row is the type. */
    TYPED,
    /** A value that a method returns; the row is the declaration. */
    RETURN,
    /** A value that a lambda returns; the row is the lambda. */
    LAMBDA_RETURN,
    /** The value of an assignment; the row is the target expression. */
    ASSIGNMENT;

    private static final ContextKind[] VALUES = values();

    static ContextKind of(int ordinal) {
        return VALUES[ordinal];
    }
}
