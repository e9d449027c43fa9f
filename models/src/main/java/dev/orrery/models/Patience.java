package dev.orrery.models;

import dev.orrery.api.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How long an answer is of use. The time in which the user thinks about a question does not count. */
final class Patience implements Cancellation {
    private final InstantSource clock;
    private final Cancellation asked;
    private final Instant start;
    private volatile Instant end;

    Patience(InstantSource clock, Duration length, Cancellation asked) {
        this.clock = clock;
        this.asked = asked;
        this.start = clock.instant();
        this.end = start.plus(length);
    }

    /** Since the request. */
    Duration spent() {
        return Duration.between(start, clock.instant());
    }

    Duration left() {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    boolean isOver() {
        return left().isZero();
    }

    void lengthen(Duration pause) {
        end = end.plus(pause);
    }

    /** Whether anybody still wants the answer, however late. */
    boolean isCancelled() {
        return asked.isRequested();
    }

    @Override
    public boolean isRequested() {
        return asked.isRequested() || isOver();
    }
}
