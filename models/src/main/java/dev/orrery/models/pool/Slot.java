package dev.orrery.models.pool;

import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.ModelSource;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the pool knows of one model; guarded by the pool's lock. */
final class Slot {
    final String id;
    /** The model while it is loaded. */
    @Nullable
    Instance instance;
    /** What goes on with it; while something does, everybody else waits. */
    Work work = Work.NONE;
    /** Bytes that are set aside for it while it is loaded or unloaded. */
    long reservedBytes;
    /** Those who want a lease and have none yet. */
    int waiting;
    /** How often it was tried to load it. */
    int attempts;
    /** Why the last attempt failed. */
    @Nullable
    Failure failure;

    Slot(String id) {
        this.id = id;
    }

    /** What is being done with a model. */
    enum Work {
        NONE,
        LOADING,
        UNLOADING
    }

    /** Why an attempt failed, and when. */
    record Failure(PoolEntry entry, int attempt, EngineException reason, Instant at) {}

    /** A loaded model. */
    static final class Instance {
        final PoolEntry entry;
        final LoadedModel model;
        long bytes;
        int leases;
        Instant lastUsed;
        /** Whether it goes as soon as nobody uses it. */
        boolean leaving;

        Instance(PoolEntry entry, LoadedModel model, long bytes, Instant lastUsed) {
            this.entry = entry;
            this.model = model;
            this.bytes = bytes;
            this.lastUsed = lastUsed;
        }

        /** Whether it must be loaded anew: of ours, what can take no request has died; a server may recover by itself. */
        boolean isStaleFor(PoolEntry now) {
            boolean died =
                    now.source() instanceof ModelSource.Files && !model.health().able();
            return died || !entry.loadsLike(now);
        }
    }

    long bytes() {
        return reservedBytes + (instance == null ? 0 : instance.bytes);
    }

    int requests() {
        return waiting + (instance == null ? 0 : instance.leases);
    }

    Holding holding() {
        Instance now = instance;
        return new Holding(bytes(), now == null || now.leases > 0 ? Optional.empty() : Optional.of(now.lastUsed));
    }

    /** What a server or the built-in model holds is not held for the pool. */
    static long measured(PoolEntry entry, LoadedModel model) {
        return entry.source() instanceof ModelSource.Files ? model.memoryBytes() : 0;
    }
}
