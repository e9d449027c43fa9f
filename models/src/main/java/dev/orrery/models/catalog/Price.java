package dev.orrery.models.catalog;

import java.time.LocalDate;

/**
 * What tokens cost with a provider.
 *
 * @param promptMicroDollars millionths of a US dollar for a million tokens read
 * @param answerMicroDollars the same for a million tokens made
 * @param asOf the day on which the provider said so
 */
public record Price(long promptMicroDollars, long answerMicroDollars, LocalDate asOf) {
    private static final long MILLION = 1_000_000;

    /** What so many tokens cost, in millionths of a US dollar, rounded up. */
    public long of(long promptTokens, long answerTokens) {
        return Math.ceilDiv(promptTokens * promptMicroDollars + answerTokens * answerMicroDollars, MILLION);
    }
}
