package dev.orrery.api;

import java.time.Duration;
import java.util.List;

/**
 * What a model said, and how it came about.
 *
 * @param request the request's number in the ledger
 * @param text the answer; empty for vectors
 * @param vectors one for each {@link PromptPart.Role#INPUT}; empty for text
 * @param model the id of the model that answered
 * @param engine the id of the engine that ran it
 * @param reason why this model, in words
 * @param passedOver what was tried or wanted before, and why it was not this; empty where the first choice answered
 * @param notes what was done to the request on its way: text left out for want of room, secrets replaced, a budget nearly used up
 * @param usage what it took
 */
public record ModelAnswer(
        long request,
        String text,
        List<float[]> vectors,
        String model,
        String engine,
        UserMessage reason,
        List<UserMessage> passedOver,
        List<UserMessage> notes,
        Usage usage) {

    public ModelAnswer {
        vectors = List.copyOf(vectors);
        passedOver = List.copyOf(passedOver);
        notes = List.copyOf(notes);
    }

    /**
     * What an answer took.
     *
     * @param promptTokens tokens that were read, reused ones included
     * @param reusedTokens of these, the ones that were still known from an earlier request
     * @param tokens tokens that were made
     * @param firstToken from the request until the first token
     * @param total from the request until the last one
     * @param microDollars millionths of a US dollar; 0 on the user's own machine
     */
    public record Usage(
            int promptTokens, int reusedTokens, int tokens, Duration firstToken, Duration total, long microDollars) {}
}
