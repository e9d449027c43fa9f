package dev.orrery.models.pool;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Registration;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.LoadedModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads models when they are leased and unloads them when nobody needs them. One model is loaded once at a time, by the first who asks,
 * and the others wait; if that one gives up, the next one loads. A model under a lease is never unloaded, unless it died, its settings
 * changed, or the pool is closed. Memory is set aside before loading, so that models loaded at the same time stay under the ceiling
 * too; for room, models go that nobody uses, the one that was used longest ago first.
 *
 * <p>One lock guards the state; engines are called outside of it.
 */
public final class LocalPool implements ModelPool, AutoCloseable {
    private static final long LOOK_MILLIS = 20;
    private static final System.Logger LOG = System.getLogger(LocalPool.class.getName());

    private final Supplier<List<PoolEntry>> entries;
    private final PoolPorts ports;
    private final Map<String, Slot> slots = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PoolListing listing;
    private final Tending tending = new Tending(this::tend);
    private PoolRules rules;
    private volatile boolean closed;

    /**
     * @param entries what there is now, in a stable order; quick
     * @param rules until others are set
     */
    public LocalPool(Supplier<List<PoolEntry>> entries, PoolRules rules, PoolPorts ports) {
        this.entries = entries;
        this.rules = rules;
        this.ports = ports;
        this.listing = new PoolListing(ports);
    }

    /** Whether a model may be loaded for which there is no room. */
    public enum Room {
        WITHIN_LIMITS,
        /** The user was told and wants it all the same. */
        WHATEVER_IT_TAKES
    }

    @Override
    public List<PooledModel> models() {
        List<PoolEntry> now = entries.get();
        lock.lock();
        try {
            return listing.of(now, slots);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Lease lease(String id, Cancellation cancellation) throws EngineException {
        return lease(id, Room.WITHIN_LIMITS, Progress.SILENT, cancellation);
    }

    /** As {@link #lease(String, Cancellation)}, watched, and with a word about room. */
    public Lease lease(String id, Room room, Progress progress, Cancellation cancellation) throws EngineException {
        lock.lock();
        try {
            String known = entry(id).id();
            Slot slot = slots.computeIfAbsent(known, Slot::new);
            slot.waiting++;
            try {
                int seen = slot.attempts;
                while (true) {
                    cancellation.throwIfRequested();
                    PoolEntry entry = entry(id);
                    rethrowFailureOf(slot, seen);
                    if (slot.work != Slot.Work.NONE) {
                        seen = slot.work == Slot.Work.LOADING ? slot.attempts - 1 : seen;
                        await();
                    } else if (slot.instance == null) {
                        load(slot, entry, room, progress, cancellation);
                    } else if (slot.instance.isStaleFor(entry)) {
                        unload(slot, slot.instance);
                    } else {
                        slot.instance.leaving = false;
                        slot.instance.leases++;
                        return new Held(slot, slot.instance);
                    }
                }
            } finally {
                slot.waiting--;
            }
        } finally {
            lock.unlock();
            tell();
        }
    }

    /** Unloads a model: now, or when the last lease ends. */
    public void unload(String id) {
        lock.lock();
        try {
            Slot slot = slots.get(id);
            if (slot != null && slot.instance != null && slot.work == Slot.Work.NONE) {
                slot.instance.leaving = true;
                if (slot.instance.leases == 0) {
                    unload(slot, slot.instance);
                }
            }
        } finally {
            lock.unlock();
        }
        tell();
    }

    /** New rules; what they forbid goes when the pool is tended next. */
    public void rules(PoolRules wanted) {
        lock.lock();
        try {
            rules = wanted;
        } finally {
            lock.unlock();
        }
        tell();
    }

    /** What a model holds now; nothing where it is not loaded. */
    public Holding holding(String id) {
        lock.lock();
        try {
            Slot slot = slots.get(id);
            return slot == null ? new Holding(0, Optional.empty()) : slot.holding();
        } finally {
            lock.unlock();
        }
    }

    /** Hears, on any thread, that {@link #models} may have changed. */
    public Registration listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Unloads what is idle for too long, and one idle model where memory is short; done by itself every few seconds. */
    void tend() {
        measure();
        SystemMemory.Reading machine = ports.memory().read();
        boolean some = false;
        lock.lock();
        try {
            Instant now = ports.clock().instant();
            for (Slot slot : List.copyOf(slots.values())) {
                Slot.Instance instance = slot.instance;
                if (instance != null && MemoryAccount.isFreeable(slot, rules)) {
                    if (instance.lastUsed.plus(rules.idle(slot.id)).compareTo(now) <= 0) {
                        unload(slot, instance);
                        some = true;
                    }
                }
            }
            MemoryAccount account = account();
            boolean over = account.modelBytes() + account.otherBytes() > account.ceilingBytes();
            Slot victim = machine.isShort() || over ? longestUnused() : null;
            if (victim != null && victim.instance != null) {
                LOG.log(System.Logger.Level.INFO, "unloading {0}: memory is short", victim.id);
                unload(victim, victim.instance);
                some = true;
            }
        } finally {
            lock.unlock();
        }
        if (some) {
            tell();
        }
    }

    /** Memory may grow after loading. */
    private void measure() {
        lock.lock();
        List<Slot.Instance> loaded;
        try {
            loaded = slots.values().stream()
                    .flatMap(slot -> Optional.ofNullable(slot.instance).stream())
                    .toList();
        } finally {
            lock.unlock();
        }
        for (Slot.Instance instance : loaded) {
            long bytes = Slot.measured(instance.entry, instance.model);
            lock.lock();
            try {
                instance.bytes = bytes;
            } finally {
                lock.unlock();
            }
        }
    }

    /** Unloads everything, leased or not; who waits is refused. Waits for what is being loaded. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            tending.close();
            changed.signalAll();
            for (Slot slot : List.copyOf(slots.values())) {
                while (slot.work != Slot.Work.NONE) {
                    changed.awaitUninterruptibly();
                }
                if (slot.instance != null) {
                    unload(slot, slot.instance);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private PoolEntry entry(String id) throws EngineException {
        if (closed) {
            throw new EngineException(EngineException.Kind.UNAVAILABLE, UserMessage.of("models.pool.closed"));
        }
        return entries.get().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new EngineException(
                        EngineException.Kind.UNAVAILABLE, UserMessage.of("models.pool.unknown", id)));
    }

    /** Those who waited for an attempt fail with it; those who come later try again. */
    private static void rethrowFailureOf(Slot slot, int seen) throws EngineException {
        Slot.Failure failure = slot.failure;
        if (failure != null && failure.attempt() > seen) {
            throw new EngineException(failure.reason().kind(), failure.reason().userMessage(), failure.reason());
        }
    }

    private void await() throws EngineException {
        try {
            changed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new EngineException(
                    EngineException.Kind.UNAVAILABLE, UserMessage.of("models.pool.interrupted"), interrupted);
        }
    }

    private void load(Slot slot, PoolEntry entry, Room room, Progress progress, Cancellation cancellation)
            throws EngineException {
        slot.work = Slot.Work.LOADING;
        slot.attempts++;
        try {
            makeRoom(slot, entry, room);
            slot.reservedBytes = entry.predictedBytes();
            Slot.Instance instance = loaded(entry, progress, cancellation);
            slot.instance = instance;
            slot.failure = null;
            tending.start();
        } catch (EngineException failed) {
            slot.failure =
                    new Slot.Failure(entry, slot.attempts, failed, ports.clock().instant());
            throw failed;
        } finally {
            slot.reservedBytes = 0;
            slot.work = Slot.Work.NONE;
            changed.signalAll();
        }
    }

    /** Loads it with the lock given away. */
    private Slot.Instance loaded(PoolEntry entry, Progress progress, Cancellation cancellation) throws EngineException {
        lock.unlock();
        try {
            tell();
            long began = System.nanoTime();
            Cancellation orClosed = () -> closed || cancellation.isRequested();
            LoadedModel model = entry.engine().load(entry.source(), entry.options(), progress, orClosed);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            long bytes = Slot.measured(entry, model);
            if (bytes > 0) {
                ports.log().loaded(entry, bytes, took);
            }
            return new Slot.Instance(entry, model, bytes, ports.clock().instant());
        } finally {
            lock.lock();
        }
    }

    private void makeRoom(Slot slot, PoolEntry entry, Room room) throws EngineException {
        long bytes = entry.predictedBytes();
        MemoryAccount account = account();
        if (bytes > 0 && !account.couldFit(bytes) && room == Room.WITHIN_LIMITS) {
            throw account.refusal(entry);
        }
        while (bytes > 0 && !account.fits(bytes)) {
            Slot victim = longestUnused();
            if (victim == null || victim.instance == null) {
                if (room == Room.WITHIN_LIMITS) {
                    throw account.refusal(entry);
                }
                return;
            }
            LOG.log(System.Logger.Level.INFO, "unloading {0} to make room for {1}", victim.id, slot.id);
            unload(victim, victim.instance);
            account = account();
        }
    }

    private MemoryAccount account() {
        return MemoryAccount.of(
                slots.values(), rules, ports.others(), ports.memory().read());
    }

    private @Nullable Slot longestUnused() {
        return slots.values().stream()
                .filter(slot -> MemoryAccount.isFreeable(slot, rules))
                .min(Comparator.comparing(slot -> slot.instance == null ? Instant.MAX : slot.instance.lastUsed))
                .orElse(null);
    }

    /** Unloads it with the lock given away; until it is gone its memory counts. */
    private void unload(Slot slot, Slot.Instance instance) {
        slot.instance = null;
        slot.work = Slot.Work.UNLOADING;
        slot.reservedBytes = instance.bytes;
        lock.unlock();
        try {
            instance.model.close();
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "unloading " + slot.id, failed);
        } finally {
            lock.lock();
            slot.reservedBytes = 0;
            slot.work = Slot.Work.NONE;
            changed.signalAll();
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private void giveBack(Slot slot, Slot.Instance instance) {
        lock.lock();
        try {
            instance.leases--;
            instance.lastUsed = ports.clock().instant();
            if (slot.instance == instance && instance.leaving && instance.leases == 0) {
                unload(slot, instance);
            }
        } finally {
            lock.unlock();
        }
        tell();
    }

    /** A lease that was given. */
    private final class Held implements Lease {
        private final Slot slot;
        private final Slot.Instance instance;
        private final AtomicBoolean given = new AtomicBoolean();

        Held(Slot slot, Slot.Instance instance) {
            this.slot = slot;
            this.instance = instance;
        }

        @Override
        public LoadedModel model() {
            return instance.model;
        }

        @Override
        public void close() {
            if (!given.getAndSet(true)) {
                giveBack(slot, instance);
            }
        }
    }
}
