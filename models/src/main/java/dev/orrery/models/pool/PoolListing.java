package dev.orrery.models.pool;

import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineStatus;
import dev.orrery.models.engine.Health;
import dev.orrery.models.engine.ModelSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How the pool's models look from outside. Used under the pool's lock. */
final class PoolListing {
    /** For so long a model that could not be loaded is not proposed again. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final PoolPorts ports;

    PoolListing(PoolPorts ports) {
        this.ports = ports;
    }

    List<PooledModel> of(List<PoolEntry> entries, Map<String, Slot> slots) {
        Map<String, EngineStatus> engines = new HashMap<>();
        List<PooledModel> models = new ArrayList<>();
        for (PoolEntry entry : entries) {
            EngineStatus engine = engines.computeIfAbsent(
                    entry.engine().id(), id -> entry.engine().status());
            models.add(of(entry, slots.get(entry.id()), engine));
        }
        return models;
    }

    private PooledModel of(PoolEntry entry, @Nullable Slot slot, EngineStatus engine) {
        Slot.@Nullable Instance instance = slot == null ? null : slot.instance;
        Capabilities capabilities = instance == null ? entry.capabilities() : instance.model.capabilities();
        Optional<Speed> speed = ports.speeds().apply(entry.id());
        return new PooledModel(
                entry.id(),
                entry.name(),
                entry.engine().id(),
                entry.place(),
                state(entry, slot),
                capabilities,
                health(entry, slot, engine),
                slot == null ? 0 : slot.requests(),
                entry.price(),
                speed.map(known -> OptionalDouble.of(known.firstTokenMillis())).orElseGet(OptionalDouble::empty),
                speed.map(known -> OptionalDouble.of(known.tokensPerSecond())).orElseGet(OptionalDouble::empty));
    }

    private static PooledModel.State state(PoolEntry entry, @Nullable Slot slot) {
        if (entry.source() instanceof ModelSource.Server) {
            return PooledModel.State.REMOTE;
        }
        if (slot != null && slot.work == Slot.Work.LOADING) {
            return PooledModel.State.LOADING;
        }
        return slot != null && slot.instance != null ? PooledModel.State.LOADED : PooledModel.State.ON_DISK;
    }

    private Health health(PoolEntry entry, @Nullable Slot slot, EngineStatus engine) {
        if (slot != null && slot.instance != null) {
            Health health = slot.instance.model.health();
            boolean died = !health.able() && entry.source() instanceof ModelSource.Files;
            return died ? new Health(true, UserMessage.of("models.pool.died", entry.name())) : health;
        }
        if (slot != null && slot.failure != null && stillHolds(slot.failure, entry)) {
            return new Health(false, slot.failure.reason().userMessage());
        }
        return engine.runs()
                ? new Health(true, UserMessage.of("models.pool.whenneeded"))
                : new Health(false, engine.reason());
    }

    /** Files that are no model stay so until they change; other trouble may pass. */
    private boolean stillHolds(Slot.Failure failure, PoolEntry entry) {
        return failure.entry().loadsLike(entry)
                && (failure.reason().kind() == EngineException.Kind.BAD_MODEL
                        || failure.at().plus(REST).isAfter(ports.clock().instant()));
    }
}
