package dev.orrery.models.pool;

import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.LoadedModel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the pool knows of one model; guarded by the pool's lock. */
final class Slot {
    final String id;
    /** The model while it is loaded. */
    @Nullable Instance instance;
    /** What goes on with it; while something does, everybody else waits. */
    Work work = Work.NONE;
    /** Bytes that are set aside for it while it is loaded or unloaded. */
    long reservedBytes;
    /** Those who want a lease and have none yet. */
    int waiting;
    /** How often it was tried to load it. */
    int attempts;
    /** Why the last attempt failed. */
    @Nullable Failure failure;

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
    }

    long bytes() {
        return reservedBytes + (instance == null ? 0 : instance.bytes);
    }

    int requests() {
        return waiting + (instance == null ? 0 : instance.leases);
    }
}
