package dev.orrery.indexer.link.java;

import dev.orrery.api.Scope.Place;

/**
 * What is written at a caret, as far as the tokens before it show.
 *
 * @param place what is being written; {@code IMPORT} among them, others that name nothing are not asked about
 * @param want what the tokens before the caret want from a value there
 * @param path what stands before the last dot where only a type or package can stand there; otherwise empty
 * @param begun what is written of the word at the caret
 * @param isStatic whether the code belongs to a class rather than an object, as far as its own declaration says
 * @param isWhole whether the text goes on to where every class around the caret ends
 */
public record CaretForm(Place place, Want want, String path, String begun, boolean isStatic, boolean isWhole) {
    /** What the tokens before a caret want from a value there. */
    public enum Want {
        /** What its surroundings want, by their types. */
        SURROUNDINGS,
        /** A condition. */
        BOOLEAN,
        /** An index. */
        INT,
        /** An operand of arithmetic or of a comparison by size. */
        NUMBER,
        /** Something that can be the same as the operand before it. */
        SAME,
        /** Any value. */
        ANYTHING,
        /** A label of the switch around. */
        LABEL,
        /** An exception type. */
        THROWABLE,
        /** An annotation type. */
        ANNOTATION,
        /** A type that {@code new} may create, of what the surroundings want. */
        CREATED,
        /** What an import without {@code static} names. */
        IMPORTED,
        /** What an import with {@code static} names. */
        STATIC_IMPORTED
    }
}
