package dev.orrery.models.safety;

import dev.orrery.api.UserMessage;

/**
 * Something in a request that the user should know of before it leaves. It carries no text of the user's.
 *
 * @param kind what was done about it
 * @param path the file that it stands in, as the part says; empty where the part is not from a file
 * @param start offset of its first UTF-16 unit in the part's own text
 * @param end offset behind its last unit
 * @param what what it is
 */
public record Finding(Kind kind, String path, int start, int end, UserMessage what) {

    /** What was done about a finding. */
    public enum Kind {
        /** A key, token or password; a placeholder goes in its place. */
        SECRET,
        /** Text from a file that speaks to the model. Where it was only to help, the part stays here; else it goes as it is. */
        INJECTION,
        /** A part that was only to help, from a file that the user excluded; it stays here. */
        EXCLUDED,
        /** The request is about a file that the user excluded; nothing of it may leave. */
        FORBIDDEN
    }
}
