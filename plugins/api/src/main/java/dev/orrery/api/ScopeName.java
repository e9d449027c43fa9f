package dev.orrery.api;

/**
 * A name that may be written at a caret.
 *
 * @param name as it is written
 * @param kind what it names
 * @param signature the parameters with their parentheses, as one would write them, for methods and constructors; otherwise empty
 * @param type what it yields or is, as one would write it; empty where that is not known
 * @param distance how far away it is declared: 0 in the innermost block or in the receiver's own class, one more for each block, class or
 *     supertype on the way
 * @param fit whether it is of the type that is wanted
 * @param importName what must be imported first, qualified; empty where nothing must
 */
public record ScopeName(
        String name, Kind kind, String signature, String type, int distance, Fit fit, String importName) {

    /** What is named. */
    public enum Kind {
        LOCAL,
        PARAMETER,
        FIELD,
        METHOD,
        CONSTRUCTOR,
        TYPE,
        PACKAGE
    }

    /** Whether a value fits to what is wanted. */
    public enum Fit {
        FITS,
        /** Nothing is wanted, or a type is not known. */
        UNKNOWN,
        CLASHES
    }
}
