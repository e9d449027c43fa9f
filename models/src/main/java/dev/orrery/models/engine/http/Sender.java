package dev.orrery.models.engine.http;

import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineException.Kind;
import dev.orrery.models.engine.Health;
import java.net.ProxySelector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Sends requests and repeats those that failed in passing, after a pause that grows and is drawn by lot ("full jitter",
 * Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog 2015), or that the server asked for. Keeps a circuit
 * breaker for each server. Safe from any thread.
 */
final class Sender implements AutoCloseable {
    static final int ATTEMPTS = 3;
    /** Who has to wait longer is told at once, so that another model can be asked. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final long FIRST_PAUSE_MILLIS = 400;
    private static final Set<Kind> PASSING = EnumSet.of(Kind.OVERLOADED, Kind.BROKEN_OFF);
    private static final Set<Kind> SERVERS_FAULT =
            EnumSet.of(Kind.OVERLOADED, Kind.BROKEN_OFF, Kind.UNAVAILABLE, Kind.GARBAGE);

    private final Transport transport;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    Sender(ProxySelector proxies, InstantSource clock, RandomGenerator random) {
        transport = new Transport(proxies);
        this.clock = clock;
        this.random = random;
    }

    /** What is done with an answer. */
    interface Reading<T> {
        /** Reads an answer whose status is 200 and whose type is as asked for. */
        T read(Incoming incoming) throws EngineException;

        /** Whether nobody heard anything yet of the answer that failed. */
        boolean isRepeatable();
    }

    Health health(ServerAddress server) {
        return breaker(server).health();
    }

    private CircuitBreaker breaker(ServerAddress server) {
        return breakers.computeIfAbsent(server.origin(), origin -> new CircuitBreaker(server.host(), clock));
    }

    /** Sends until it succeeds, it is of no use to go on, or {@code watch} ends it. */
    <T> T send(ServerAddress server, Outgoing outgoing, Watch watch, Reading<T> reading) throws EngineException {
        watch.check();
        try (CircuitBreaker.Permit permit = breaker(server).enter()) {
            for (int attempt = 1; ; attempt++) {
                try {
                    T result = once(outgoing, watch, reading);
                    permit.succeeded();
                    return result;
                } catch (EngineException failure) {
                    judge(permit, failure, watch);
                    Duration pause = failure.retryAfter().orElse(pause(attempt));
                    if (attempt == ATTEMPTS
                            || !PASSING.contains(failure.kind())
                            || !reading.isRepeatable()
                            || pause.compareTo(LONGEST_PAUSE) > 0
                            || pause.compareTo(watch.left()) >= 0) {
                        throw failure;
                    }
                    watch.pause(pause);
                }
            }
        }
    }

    private <T> T once(Outgoing outgoing, Watch watch, Reading<T> reading) throws EngineException {
        try (Incoming incoming = transport.send(outgoing, watch)) {
            if (incoming.status() != 200) {
                throw Refusal.of(incoming, clock.instant());
            }
            if (!incoming.hasType(outgoing.framing())) {
                throw incoming.garbage("models.http.wrongtype");
            }
            return reading.read(incoming);
        }
    }

    private static void judge(CircuitBreaker.Permit permit, EngineException failure, Watch watch) {
        boolean silent = failure.kind() == Kind.TIMED_OUT && !watch.isAnswered();
        if (silent || SERVERS_FAULT.contains(failure.kind()) && !watch.isEnded()) {
            permit.failed(failure.retryAfter());
        } else if (watch.isAnswered()) {
            permit.succeeded();
        }
    }

    private Duration pause(int attempt) {
        synchronized (random) {
            return Duration.ofMillis(random.nextLong(FIRST_PAUSE_MILLIS << attempt));
        }
    }

    @Override
    public void close() {
        transport.close();
    }
}
