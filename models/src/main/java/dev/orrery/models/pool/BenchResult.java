package dev.orrery.models.pool;

import java.time.Instant;

/**
 * How fast a model was.
 *
 * @param model its id
 * @param at when
 * @param firstTokenMillis until the first token of an answer to a prompt that was new to it, median
 * @param promptTokensPerSecond read, median over new prompts
 * @param tokensPerSecond made after the first one, median
 * @param lineP95Millis for a line at a caret that moves on in a known file; 0 where it completes no code
 * @param answers that were measured, of both kinds
 */
public record BenchResult(
        String model,
        Instant at,
        double firstTokenMillis,
        double promptTokensPerSecond,
        double tokensPerSecond,
        double lineP95Millis,
        int answers) {
    /** As the pool shows it. */
    public Speed speed() {
        return new Speed(firstTokenMillis, tokensPerSecond);
    }
}
