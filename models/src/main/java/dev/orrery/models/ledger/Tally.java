package dev.orrery.models.ledger;

import dev.orrery.api.RequestBroker.Verdict;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Counts requests up to a {@link Summary}. */
final class Tally {
    private long requests;
    private long answered;
    private long failed;
    private long cancelled;
    private long refused;
    private long promptTokens;
    private long reusedTokens;
    private long tokens;
    private long microDollars;
    private long accepted;
    private long rejected;
    private long departures;
    private long departedBytes;
    private long spentThisMonth;
    private int timed;
    private long[] total = new long[16];
    private long[] first = new long[16];

    /** What is counted of one request. */
    record Row(
            Outcome outcome,
            long promptTokens,
            long reusedTokens,
            long tokens,
            long firstMillis,
            long totalMillis,
            long microDollars,
            @Nullable Verdict verdict) {}

    void add(Row row) {
        requests++;
        promptTokens += row.promptTokens();
        reusedTokens += row.reusedTokens();
        tokens += row.tokens();
        microDollars += row.microDollars();
        switch (row.outcome()) {
            case ANSWERED -> {
                answered++;
                time(row);
            }
            case FAILED, LOST -> failed++;
            case CANCELLED -> cancelled++;
            case REFUSED -> refused++;
            case UNDER_WAY -> {}
        }
        if (row.verdict() != null) {
            switch (row.verdict()) {
                case ACCEPTED, PARTLY_ACCEPTED -> accepted++;
                case REJECTED -> rejected++;
                case IGNORED -> {}
            }
        }
    }

    private void time(Row row) {
        if (timed == total.length) {
            total = Arrays.copyOf(total, 2 * timed);
            first = Arrays.copyOf(first, 2 * timed);
        }
        total[timed] = row.totalMillis();
        first[timed++] = row.firstMillis();
    }

    void addDepartures(long count, long bytes) {
        departures += count;
        departedBytes += bytes;
    }

    void addSpentThisMonth(long spent) {
        spentThisMonth += spent;
    }

    long requests() {
        return requests;
    }

    long failed() {
        return failed;
    }

    long microDollars() {
        return microDollars;
    }

    Percentiles latency() {
        return Percentiles.of(Arrays.copyOf(total, timed));
    }

    /**
     * The figures.
     *
     * @param restOfMonth how many times what was spent here will be spent until the month's end
     */
    Summary summary(double restOfMonth) {
        return new Summary(
                requests,
                answered,
                failed,
                cancelled,
                refused,
                latency(),
                Percentiles.of(Arrays.copyOf(first, timed)),
                promptTokens,
                reusedTokens,
                tokens,
                microDollars,
                spentThisMonth + Math.round(microDollars * restOfMonth),
                accepted,
                rejected,
                departures,
                departedBytes);
    }
}
