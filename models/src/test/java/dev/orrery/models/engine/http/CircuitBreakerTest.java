package dev.orrery.models.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.models.engine.EngineException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final CircuitBreaker breaker = new CircuitBreaker("example.com", () -> now);

    private void fail(Optional<Duration> wish) throws EngineException {
        try (CircuitBreaker.Permit permit = breaker.enter()) {
            permit.failed(wish);
        }
    }

    private void wait(Duration duration) {
        now = now.plus(duration);
    }

    @Test
    void onlyFailuresInARowCount() throws EngineException {
        for (int i = 0; i < 3 * CircuitBreaker.FAILURES; i++) {
            fail(Optional.empty());
            if (i % 3 == 2) {
                try (CircuitBreaker.Permit permit = breaker.enter()) {
                    permit.succeeded();
                }
            }
            assertTrue(breaker.health().able());
        }
    }

    @Test
    void afterTheRestOneMayTry() throws EngineException {
        for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
            fail(Optional.empty());
        }
        assertFalse(breaker.health().able());
        assertThrows(EngineException.class, breaker::enter);
        wait(CircuitBreaker.FIRST_REST);
        CircuitBreaker.Permit first = breaker.enter();
        assertThrows(EngineException.class, breaker::enter);
        first.failed(Optional.empty());
        first.close();
        wait(CircuitBreaker.FIRST_REST);
        assertThrows(EngineException.class, breaker::enter, "the second rest is longer");
        wait(CircuitBreaker.FIRST_REST);
        // One that is cancelled tells nothing, and the next may try.
        breaker.enter().close();
        CircuitBreaker.Permit second = breaker.enter();
        second.succeeded();
        second.close();
        breaker.enter().close();
        breaker.enter().close();
    }

    @Test
    void aWishIsGrantedWithinReason() throws EngineException {
        fail(Optional.of(Duration.ofSeconds(90)));
        EngineException resting = assertThrows(EngineException.class, breaker::enter);
        assertEquals(Optional.of(Duration.ofSeconds(90)), resting.retryAfter());
        wait(Duration.ofSeconds(90));
        fail(Optional.of(Duration.ofDays(900)));
        wait(Duration.ofHours(1));
        breaker.enter().close();
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        assertEquals(Optional.of(Duration.ofSeconds(120)), in("120"));
        assertEquals(Optional.of(Duration.ofMillis(1500)), in("1.5"));
        assertEquals(Optional.of(Duration.ofSeconds(37)), in("Sat, 21 Nov 2026 10:00:37 GMT"));
        assertEquals(Optional.of(Duration.ZERO), in("Fri, 20 Nov 2026 10:00:37 GMT"));
        for (String nonsense : List.of("", "soon", "-5", "99999999999999999999")) {
            assertEquals(Optional.empty(), in(nonsense), nonsense);
        }
    }

    private Optional<Duration> in(String value) {
        return RetryAfter.in(HttpHeaders.of(Map.of("Retry-After", List.of(value)), (name, itsValue) -> true), now);
    }
}
