package dev.orrery.models.ledger;

import java.time.Duration;

/** How far back one looks. */
public enum Period {
    HOUR(Duration.ofHours(1), Duration.ofMinutes(1)),
    DAY(Duration.ofDays(1), Duration.ofMinutes(30)),
    WEEK(Duration.ofDays(7), Duration.ofHours(6)),
    MONTH(Duration.ofDays(30), Duration.ofDays(1));

    private final Duration length;
    private final Duration slice;

    Period(Duration length, Duration slice) {
        this.length = length;
        this.slice = slice;
    }

    public Duration length() {
        return length;
    }

    /** The length of a point of a chart over the period. */
    public Duration slice() {
        return slice;
    }
}
