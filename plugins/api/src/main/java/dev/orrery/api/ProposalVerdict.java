package dev.orrery.api;

import java.util.List;

/**
 * What is wrong with a proposal.
 *
 * @param problems empty where nothing is known to be wrong
 * @param imports qualified names that must be imported for it; none of them is imported yet
 * @param depth how much was looked at
 */
public record ProposalVerdict(List<Problem> problems, List<String> imports, Depth depth) {
    public ProposalVerdict {
        problems = List.copyOf(problems);
        imports = List.copyOf(imports);
    }

    /** Whether it may be shown. */
    public boolean isSound() {
        return problems.isEmpty();
    }

    /**
     * Something that is wrong.
     *
     * @param kind what it is about
     * @param start where in the proposed text, in UTF-16 units
     * @param end one past the last unit
     * @param why a sentence that says it
     */
    public record Problem(Kind kind, int start, int end, UserMessage why) {}

    /** What a problem is about. */
    public enum Kind {
        /** The text parses worse than before. */
        SYNTAX,
        /** A name means nothing here. */
        NAME,
        /** Nothing of that name takes so many arguments. */
        ARITY,
        /** A value is of another type than is wanted. */
        TYPE,
        /** Something is not visible or not allowed here. */
        ACCESS,
        /** A package that is in no known library, nor in the repository. */
        PACKAGE
    }

    /** How much was looked at. */
    public enum Depth {
        /** There is no grammar for it. */
        NOTHING,
        SYNTAX,
        /** Names, as far as the language is linked. */
        NAMES,
        /** Names and types. */
        TYPES
    }
}
