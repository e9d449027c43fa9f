package dev.orrery.models.ledger;

import java.util.Arrays;

/**
 * The nearest-rank percentiles of durations, in milliseconds; all 0 where there are none.
 *
 * @param count of how many
 */
public record Percentiles(int count, long p50, long p95, long p99) {
    static Percentiles of(long[] millis) {
        long[] sorted = millis.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted.length, at(sorted, 50), at(sorted, 95), at(sorted, 99));
    }

    private static long at(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceilDiv((long) sorted.length * percent, 100) - 1];
    }
}
