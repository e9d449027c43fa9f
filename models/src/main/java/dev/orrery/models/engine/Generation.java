package dev.orrery.models.engine;

import java.time.Duration;

/**
 * An answer that has ended.
 *
 * @param text all of it
 * @param end why it ended
 * @param promptTokens tokens read, reused ones included; as the server tells where there is one
 * @param reusedTokens of these, the ones whose work was still there from an earlier prompt
 * @param tokens tokens made
 * @param firstToken from the call until the first token
 * @param total from the call until the end
 */
public record Generation(
        String text, End end, int promptTokens, int reusedTokens, int tokens, Duration firstToken, Duration total) {

    /** Why an answer ended. */
    public enum End {
        /** The model was done, or a stop text came. */
        STOP,
        /** The limit of tokens was reached. */
        LENGTH
    }
}
