package dev.orrery.indexer.parse;

/** How something is called. The order is part of the binary form: append, never reorder. */
public enum CallKind {
    /** {@code name(…)} or {@code receiver.name(…)}. */
    METHOD,
    /** {@code new Type(…)}, and whatever else creates an object of a named type. */
    CONSTRUCTOR,
    /** A constructor that runs another one of its class. */
    THIS_CONSTRUCTOR,
    /** A constructor that runs one of its superclass. */
    SUPER_CONSTRUCTOR,
    /** {@code receiver::name}, {@code Type::new}: a call without arguments of its own. */
    REFERENCE,
    /** A macro, as in {@code println!(…)}. */
    MACRO;

    private static final CallKind[] VALUES = values();

    static CallKind of(int ordinal) {
        return VALUES[ordinal];
    }

    static int count() {
        return VALUES.length;
    }
}
