package dev.orrery.models.policy;

import java.util.OptionalLong;

/**
 * How much may be spent, in millionths of a US dollar. Days and months are the calendar's, in the user's time zone.
 *
 * @param day at most this in a day; empty for no limit
 * @param month at most this in a month; empty for no limit
 * @param warnPercent of either, from where on the user is warned
 */
public record Allowance(OptionalLong day, OptionalLong month, int warnPercent) {
    private static final long DOLLAR = 1_000_000;

    /** What holds until the user says otherwise. */
    public static final Allowance USUAL = new Allowance(OptionalLong.of(5 * DOLLAR), OptionalLong.of(50 * DOLLAR), 80);

    public Allowance {
        if (day.orElse(0) < 0 || month.orElse(0) < 0 || warnPercent < 0 || warnPercent > 100) {
            throw new IllegalArgumentException(day + " " + month + " " + warnPercent);
        }
    }
}
