package dev.orrery.api;

import java.util.List;

/**
 * What can be named at a caret.
 *
 * @param place what is being written
 * @param start where the word at the caret begins; the caret itself where none was begun. Its beginning does not limit the names, but
 *     for types that would have to be imported: of these some are listed, which begin so
 * @param receiver the type of what stands before the dot, as one would write it; empty where there is no dot or nothing is known
 * @param expected the type that is wanted at the caret, as one would write it; empty where none is or it is not known
 * @param names each name once a kind (overloads each), the nearest first, at most {@link #MOST}; keywords are not among them
 * @param isComplete whether no other name can be right unless a type is imported for it: every type that matters is known and nothing
 *     else was left out
 */
public record Scope(
        Place place, int start, String receiver, String expected, List<ScopeName> names, boolean isComplete) {
    /** More names are not listed. */
    public static final int MOST = 5_000;

    public Scope {
        names = List.copyOf(names);
    }

    /** What is being written. */
    public enum Place {
        /** The beginning of a statement or declaration. */
        STATEMENT,
        /** A value. */
        EXPRESSION,
        /** A member of what stands before the dot. */
        MEMBER,
        /** A type. */
        TYPE,
        /** What an import or package line names. */
        IMPORT,
        /** A name that is being made up: a variable, method or type that is declared here. */
        DECLARATION,
        /** A comment or the inside of a literal. */
        TEXT,
        /** The language or the text does not say. */
        UNKNOWN
    }
}
