package dev.orrery.indexer.parse;

/** How an operator's result type follows from its operands. The order is part of the binary form. */
public enum OperatorKind {
    /** {@code +}: a string where one operand is one, otherwise numeric promotion. */
    PLUS,
    /** Numeric promotion of both operands; {@code &}, {@code |} and {@code ^} of booleans stay boolean. */
    ARITHMETIC,
    /** The promoted left operand. */
    SHIFT,
    /** A truth value. */
    LOGIC,
    /** The operand's own type: {@code ++}, {@code --}. */
    SAME;

    private static final OperatorKind[] VALUES = values();

    public static OperatorKind of(int ordinal) {
        return VALUES[ordinal];
    }

    static int count() {
        return VALUES.length;
    }
}
