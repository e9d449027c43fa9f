package dev.orrery.models.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.MemoryUse;
import dev.orrery.api.UserMessage;
import dev.orrery.base.CancelSource;
import dev.orrery.base.Messages;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.LoadedModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalPoolTest {
    private static final long GIGA = 1_000_000_000;

    private final FakeEngine engine = new FakeEngine();
    private final List<PoolEntry> entries = new ArrayList<>(
            List.of(engine.entry("a", 4 * GIGA), engine.entry("b", 4 * GIGA), engine.entry("c", 4 * GIGA)));
    private final List<String> learned = new ArrayList<>();
    private volatile Instant now = Instant.EPOCH;
    private volatile SystemMemory.Reading machine = new SystemMemory.Reading(64 * GIGA, 64 * GIGA, 0);
    private volatile long indexBytes;
    private final LocalPool pool = new LocalPool(() -> List.copyOf(entries), rules(10 * GIGA), ports());

    private static PoolRules rules(long ceiling, String... pinned) {
        return new PoolRules(ceiling, Duration.ofMinutes(10), Map.of("b", Duration.ofMinutes(2)), Set.of(pinned));
    }

    private PoolPorts ports() {
        MemoryUse index = new MemoryUse() {
            @Override
            public String nameKey() {
                return "index";
            }

            @Override
            public long bytes() {
                return indexBytes;
            }
        };
        return new PoolPorts(
                () -> machine,
                List.of(index),
                (entry, bytes, took) -> learned.add(entry.id() + " " + entry.predictedBytes() + " " + bytes),
                id -> Optional.empty(),
                () -> now);
    }

    @AfterEach
    void nothingIsLeft() {
        pool.close();
        assertEquals(0, engine.held.get());
        assertEquals(List.of(), List.copyOf(engine.wrongs));
    }

    private LoadedModel use(String id) throws EngineException {
        now = now.plusSeconds(1);
        try (ModelPool.Lease lease = pool.lease(id, Cancellation.NEVER)) {
            return lease.model();
        }
    }

    private PooledModel seen(String id) {
        return pool.models().stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private EngineException refused(String id) {
        return assertThrows(EngineException.class, () -> pool.lease(id, Cancellation.NEVER));
    }

    private static String sentence(UserMessage message) {
        return Messages.of(Locale.ENGLISH).text(message);
    }

    @Test
    void loadsOnceAndKeepsIt() throws EngineException {
        assertEquals(PooledModel.State.ON_DISK, seen("a").state());
        LoadedModel model = use("a");
        assertSame(model, use("a"));
        assertEquals(PooledModel.State.LOADED, seen("a").state());
        assertEquals(List.of("a 4000000000 4000000000"), learned);
    }

    @Test
    void askingForTheListLoadsNothing() {
        assertEquals(3, pool.models().size());
        assertEquals(0, engine.loads.get());
    }

    @Test
    void manyAtOnceShareOneLoad() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        engine.loading = (id, cancellation) -> awaitUninterrupted(go);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<LoadedModel>> users = new ArrayList<>();
            for (int user = 0; user < 8; user++) {
                users.add(threads.submit(() -> use("a")));
            }
            until(() -> seen("a").waiting() == 8);
            assertEquals(PooledModel.State.LOADING, seen("a").state());
            go.countDown();
            for (Future<LoadedModel> user : users) {
                assertSame(users.getFirst().get(), user.get());
            }
        }
        assertEquals(1, engine.loads.get());
    }

    @Test
    void aFailureReachesAllWhoWaitedAndIsRemembered() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        engine.loading = (id, cancellation) -> {
            awaitUninterrupted(go);
            throw new EngineException(EngineException.Kind.UNAVAILABLE, UserMessage.of("broken"));
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<LoadedModel>> users = new ArrayList<>();
            for (int user = 0; user < 4; user++) {
                users.add(threads.submit(() -> use("a")));
            }
            until(() -> seen("a").waiting() == 4);
            go.countDown();
            for (Future<LoadedModel> user : users) {
                assertTrue(assertThrows(ExecutionException.class, user::get).getCause() instanceof EngineException);
            }
        }
        assertEquals(1, engine.loads.get());
        assertFalse(seen("a").health().able());
        assertEquals("broken", seen("a").health().reason().key());
        now = now.plusSeconds(100);
        assertTrue(seen("a").health().able());
        engine.loading = (id, cancellation) -> {};
        use("a");
        assertTrue(seen("a").health().able());
    }

    @Test
    void filesThatAreNoModelAreNotProposedAgainUntilTheyChange() {
        engine.loading = (id, cancellation) -> {
            throw new EngineException(EngineException.Kind.BAD_MODEL, UserMessage.of("nonsense"));
        };
        refused("a");
        now = now.plusSeconds(100_000);
        assertFalse(seen("a").health().able());
        entries.set(0, changed(entries.getFirst()));
        assertTrue(seen("a").health().able());
    }

    private PoolEntry changed(PoolEntry entry) {
        return new PoolEntry(
                entry.source(),
                entry.name(),
                engine,
                entry.place(),
                entry.capabilities(),
                new dev.orrery.models.engine.LoadOptions(2000, 1, 0),
                entry.predictedBytes(),
                entry.price());
    }

    @Test
    void whoGivesUpLoadingLeavesItToTheNext() throws Exception {
        CancelSource cancel = new CancelSource();
        CountDownLatch go = new CountDownLatch(1);
        engine.loading = (id, cancellation) -> awaitUninterrupted(go);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first = threads.submit(() -> pool.lease("a", cancel));
            until(() -> engine.loads.get() == 1);
            Future<LoadedModel> second = threads.submit(() -> use("a"));
            until(() -> seen("a").waiting() == 2);
            cancel.cancel();
            go.countDown();
            assertTrue(assertThrows(ExecutionException.class, first::get).getCause() instanceof CancellationException);
            second.get();
        }
        assertEquals(2, engine.loads.get());
    }

    @Test
    void forRoomTheOneUsedLongestAgoGoes() throws EngineException {
        use("a");
        use("b");
        use("a");
        use("c");
        assertEquals(PooledModel.State.ON_DISK, seen("b").state());
        assertEquals(PooledModel.State.LOADED, seen("a").state());
    }

    @Test
    void whatIsInUseOrPinnedStaysAndTheNextIsRefusedWithNumbers() throws EngineException {
        pool.rules(rules(10 * GIGA, "b"));
        indexBytes = GIGA;
        use("b");
        try (ModelPool.Lease lease = pool.lease("a", Cancellation.NEVER)) {
            EngineException refusal = refused("c");
            assertEquals(EngineException.Kind.NO_MEMORY, refusal.kind());
            String said = sentence(refusal.userMessage());
            assertTrue(
                    said.contains("Model c needs 4.00 GB")
                            && said.contains("limit is 10.00")
                            && said.contains("hold 8.00"),
                    said);
            assertTrue(lease.model().health().able());
            assertEquals(PooledModel.State.LOADED, seen("b").state());
        }
        use("c");
    }

    @Test
    void whatCannotFitUnloadsNothing() throws EngineException {
        entries.add(engine.entry("huge", 11 * GIGA));
        use("a");
        refused("huge");
        assertEquals(PooledModel.State.LOADED, seen("a").state());
        try (var told = pool.lease("huge", LocalPool.Room.WHATEVER_IT_TAKES, Progress.SILENT, Cancellation.NEVER)) {
            assertTrue(told.model().health().able());
        }
    }

    @Test
    void theMachineIsAskedToo() {
        machine = new SystemMemory.Reading(64 * GIGA, 3 * GIGA, 0);
        assertEquals(EngineException.Kind.NO_MEMORY, refused("a").kind());
    }

    @Test
    void idleModelsGoAfterTheirTimeAndPinnedOnesStay() throws EngineException {
        use("a");
        use("b");
        now = now.plusSeconds(150);
        pool.tend();
        assertEquals(PooledModel.State.LOADED, seen("a").state());
        assertEquals(PooledModel.State.ON_DISK, seen("b").state());
        pool.rules(rules(10 * GIGA, "a"));
        now = now.plusSeconds(10_000);
        pool.tend();
        assertEquals(PooledModel.State.LOADED, seen("a").state());
    }

    @Test
    void underPressureOneIdleModelGoesAtATime() throws EngineException {
        use("a");
        use("b");
        machine = new SystemMemory.Reading(64 * GIGA, 30 * GIGA, 40);
        pool.tend();
        assertEquals(PooledModel.State.ON_DISK, seen("a").state());
        assertEquals(PooledModel.State.LOADED, seen("b").state());
        machine = new SystemMemory.Reading(64 * GIGA, GIGA / 10, 0);
        pool.tend();
        assertEquals(PooledModel.State.ON_DISK, seen("b").state());
    }

    @Test
    void aModelThatDiedIsLoadedAgain() throws EngineException {
        FakeEngine.Loaded died = (FakeEngine.Loaded) use("a");
        died.dead = true;
        assertTrue(seen("a").health().able());
        assertTrue(sentence(seen("a").health().reason()).contains("Model a"));
        assertNotSame(died, use("a"));
    }

    @Test
    void aModelInUseIsUnloadedWhenItsLastLeaseEnds() throws EngineException {
        ModelPool.Lease one = pool.lease("a", Cancellation.NEVER);
        ModelPool.Lease two = pool.lease("a", Cancellation.NEVER);
        pool.unload("a");
        one.close();
        one.close();
        assertTrue(two.model().health().able());
        two.close();
        assertEquals(PooledModel.State.ON_DISK, seen("a").state());
    }

    @Test
    void listenersHearOfLoadingAndUnloading() throws EngineException {
        AtomicInteger heard = new AtomicInteger();
        try (var listening = pool.listen(heard::incrementAndGet)) {
            use("a");
            int afterLoad = heard.get();
            assertTrue(afterLoad > 0);
            pool.unload("a");
            assertTrue(heard.get() > afterLoad);
        }
    }

    @Test
    void aClosedPoolRefusesAndSoDoesAnUnknownModel() throws EngineException {
        assertEquals(EngineException.Kind.UNAVAILABLE, refused("nobody").kind());
        LoadedModel model = use("a");
        pool.close();
        assertFalse(model.health().able());
        assertEquals(EngineException.Kind.UNAVAILABLE, refused("a").kind());
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
