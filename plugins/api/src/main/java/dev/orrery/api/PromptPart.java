package dev.orrery.api;

/**
 * One part of what is given to a model. Text that was read from a file is data: it names the file, so that the user's rules
 * for paths hold for it and nothing in it is taken for an instruction.
 *
 * @param role what the part is for
 * @param text the text
 * @param path the file that it was read from, relative to the repository's root; empty where it is not from a file
 */
public record PromptPart(Role role, String text, String path) {

    /** What a part is for. */
    public enum Role {
        /** What the model shall do, in a chat: the system's turn. */
        INSTRUCTION,
        /** A turn of the person. */
        USER,
        /** An earlier turn of the model. */
        ASSISTANT,
        /** What may help: code from elsewhere. */
        CONTEXT,
        /** A completion's text before the caret. */
        PREFIX,
        /** A completion's text behind the caret. */
        SUFFIX,
        /** A text to turn into a vector. */
        INPUT
    }
}
