package dev.orrery.models.ledger;

import java.util.OptionalDouble;

/**
 * Many requests in figures.
 *
 * @param requests all of them, the ones under way too
 * @param answered by a model
 * @param failed no model could, or the application ended before
 * @param cancelled nobody wanted the answer any more
 * @param refused by rules, budget or user
 * @param latency of the answered ones, until the last token
 * @param firstToken of the answered ones, until the first
 * @param promptTokens read
 * @param reusedTokens of these, known from before
 * @param tokens made
 * @param microDollars spent, in millionths of a US dollar
 * @param projectedMicroDollars what the calendar month will have cost if it goes on as in the period
 * @param accepted answers that the user took, in part too
 * @param rejected answers that the user saw and did not take
 * @param departures times that something left the machine
 * @param departedBytes how much that was
 */
public record Summary(
        long requests,
        long answered,
        long failed,
        long cancelled,
        long refused,
        Percentiles latency,
        Percentiles firstToken,
        long promptTokens,
        long reusedTokens,
        long tokens,
        long microDollars,
        long projectedMicroDollars,
        long accepted,
        long rejected,
        long departures,
        long departedBytes) {

    /** How many of the requests that a model was asked were answered, from 0 to 1. */
    public OptionalDouble success() {
        return share(answered, answered + failed);
    }

    /** How many of the answers that the user judged were taken, from 0 to 1. */
    public OptionalDouble acceptance() {
        return share(accepted, accepted + rejected);
    }

    /** How many of the tokens read were known from before, from 0 to 1. */
    public OptionalDouble reuse() {
        return share(reusedTokens, promptTokens);
    }

    private static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
