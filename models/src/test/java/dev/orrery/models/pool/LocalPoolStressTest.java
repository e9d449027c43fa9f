package dev.orrery.models.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.UserMessage;
import dev.orrery.base.CancelSource;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Many threads lease, give up, unload, and are unloaded. Holds: a model is never there twice, never closed under a lease, memory never
 * above the ceiling, and in the end nothing is left.
 */
class LocalPoolStressTest {
    private static final int THREADS = 12;
    private static final int STEPS = 400;
    private static final int MODELS = 5;
    private static final long CEILING = 10;

    private final long seed = Long.getLong("orrery.test.seed", System.nanoTime());
    private final FakeEngine engine = new FakeEngine();
    private final AtomicLong now = new AtomicLong();

    @Test
    void invariantsHold() throws Exception {
        List<PoolEntry> entries = new ArrayList<>();
        for (int model = 0; model < MODELS; model++) {
            entries.add(engine.entry("m" + model, 2 + model));
        }
        PoolRules rules = new PoolRules(CEILING, Duration.ofSeconds(50), Map.of(), Set.of("m1"));
        PoolPorts ports = new PoolPorts(
                () -> new SystemMemory.Reading(1000, 1000, now.get() % 7 == 0 ? 50 : 0),
                List.of(),
                LoadLog.NONE,
                id -> Optional.empty(),
                () -> Instant.ofEpochSecond(now.get()));
        SplittableRandom random = new SplittableRandom(seed);
        AtomicLong loads = new AtomicLong();
        engine.loading = (id, cancellation) -> {
            long number = loads.incrementAndGet();
            Thread.yield();
            if (number % 11 == 0) {
                throw new EngineException(EngineException.Kind.UNAVAILABLE, UserMessage.of("now and then"));
            }
        };
        LocalPool pool = new LocalPool(() -> entries, rules, ports);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> workers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                SplittableRandom own = random.split();
                workers.add(threads.submit(() -> work(pool, own)));
            }
            int answered = 0;
            for (Future<Integer> worker : workers) {
                answered += worker.get();
            }
            assertTrue(answered > 0, "seed " + seed);
        }
        pool.close();
        assertEquals(List.of(), List.copyOf(engine.wrongs), "seed " + seed);
        assertEquals(0, engine.held.get(), "seed " + seed);
        assertTrue(engine.mostHeld.get() <= CEILING, engine.mostHeld + " seed " + seed);
    }

    private int work(LocalPool pool, SplittableRandom random) {
        int answered = 0;
        for (int step = 0; step < STEPS; step++) {
            now.incrementAndGet();
            String id = "m" + random.nextInt(MODELS);
            switch (random.nextInt(10)) {
                case 0 -> pool.unload(id);
                case 1 -> pool.tend();
                case 2 -> pool.models();
                default -> answered += ask(pool, id, random) ? 1 : 0;
            }
        }
        return answered;
    }

    private boolean ask(LocalPool pool, String id, SplittableRandom random) {
        CancelSource cancel = new CancelSource();
        if (random.nextInt(8) == 0) {
            cancel.cancel();
        }
        try (ModelPool.Lease lease = pool.lease(id, cancel)) {
            for (int request = 0; request < 3; request++) {
                Thread.yield();
                lease.model()
                        .generate(
                                new Prompt.Infill("", "x", "", ""),
                                new Sampling(1, 0, List.of(), 1, Duration.ofMinutes(1)),
                                piece -> {},
                                cancel);
            }
            return true;
        } catch (CancellationException asWanted) {
            return false;
        } catch (EngineException refused) {
            boolean expected = refused.kind() == EngineException.Kind.NO_MEMORY
                    || refused.userMessage().key().equals("now and then");
            if (!expected) {
                engine.wrongs.add(refused.toString());
            }
            return false;
        }
    }
}
