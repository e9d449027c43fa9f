package dev.orrery.indexer.parse;

/** What a literal is. The order is part of the binary form: append, never reorder. */
public enum LiteralKind {
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    CHARACTER,
    STRING,
    BOOLEAN,
    NULL,
    /** A class literal; its class does not matter to who is called. */
    CLASS,
    LIST,
    MAP;

    private static final LiteralKind[] VALUES = values();

    public static LiteralKind of(int ordinal) {
        return VALUES[ordinal];
    }

    static int count() {
        return VALUES.length;
    }
}
