package dev.orrery.indexer.parse;

/** Where a variable of a body comes from, and so what its source is. The order is part of the binary form. */
public enum VariableOrigin {
    /** A parameter of a declaration; no source. */
    PARAMETER,
    /** A local variable; the source is its initialiser. */
    LOCAL,
    /** A parameter of a lambda; the source is the lambda's expression, the index its position. */
    LAMBDA,
    /** The variable of a for-each loop; the source is what is looped over. */
    EACH,
    /** A pattern's variable; the source is the matched expression. */
    PATTERN,
    /** A component of a record pattern; the source is a {@code TYPE} expression of the record, the index its position. */
    COMPONENT,
    /** The variable of a catch clause; no source. */
    CATCH;

    private static final VariableOrigin[] VALUES = values();

    static VariableOrigin of(int ordinal) {
        return VALUES[ordinal];
    }

    static int count() {
        return VALUES.length;
    }
}
