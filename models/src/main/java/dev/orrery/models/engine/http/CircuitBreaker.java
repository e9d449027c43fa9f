package dev.orrery.models.engine.http;

import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineException.Kind;
import dev.orrery.models.engine.Health;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Leaves a server alone that failed several times in a row, or that asked for it (Nygard, "Release It!", chapter 5). After
 * the rest one request may try; if it fails, the next rest is twice as long. Safe from any thread.
 */
final class CircuitBreaker {
    static final int FAILURES = 5;
    static final Duration FIRST_REST = Duration.ofSeconds(10);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);
    /** A server may ask for at most this. */
    private static final Duration LONGEST_WISH = Duration.ofHours(1);

    private final String host;
    private final InstantSource clock;
    private int failures;
    private Instant until = Instant.MIN;
    private boolean trying;

    CircuitBreaker(String host, InstantSource clock) {
        this.host = host;
        this.clock = clock;
    }

    /** The right to send one request, with its repetitions; to be closed whatever came of it. */
    final class Permit implements AutoCloseable {
        private final boolean trial;

        private Permit(boolean trial) {
            this.trial = trial;
        }

        void succeeded() {
            synchronized (CircuitBreaker.this) {
                failures = 0;
                until = Instant.MIN;
            }
        }

        /** @param wish how long the server asked to be left alone */
        void failed(Optional<Duration> wish) {
            synchronized (CircuitBreaker.this) {
                failures++;
                Instant now = clock.instant();
                if (failures >= FAILURES) {
                    rest(now.plus(longer(failures - FAILURES)));
                }
                wish.ifPresent(asked -> rest(now.plus(asked.compareTo(LONGEST_WISH) < 0 ? asked : LONGEST_WISH)));
            }
        }

        @Override
        public void close() {
            if (trial) {
                synchronized (CircuitBreaker.this) {
                    trying = false;
                }
            }
        }
    }

    private static Duration longer(int times) {
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(times, 10));
        return rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST;
    }

    private void rest(Instant wanted) {
        until = wanted.isAfter(until) ? wanted : until;
    }

    /** @throws EngineException while the server is left alone */
    synchronized Permit enter() throws EngineException {
        Instant now = clock.instant();
        boolean trial = failures >= FAILURES;
        if (now.isBefore(until)) {
            Duration left = Duration.between(now, until);
            throw new EngineException(Kind.OVERLOADED, resting(left), left, null);
        }
        if (trial && trying) {
            throw new EngineException(Kind.OVERLOADED, resting(Duration.ofSeconds(1)), Duration.ofSeconds(1), null);
        }
        trying |= trial;
        return new Permit(trial);
    }

    private UserMessage resting(Duration left) {
        return UserMessage.of(
                failures >= FAILURES ? "models.http.health.failing" : "models.http.health.busy", host, seconds(left));
    }

    private static long seconds(Duration left) {
        return Math.max(1, Math.ceilDiv(left.toMillis(), 1000));
    }

    synchronized Health health() {
        Instant now = clock.instant();
        return now.isBefore(until)
                ? new Health(false, resting(Duration.between(now, until)))
                : new Health(true, UserMessage.of("models.http.health.ready", host));
    }
}
