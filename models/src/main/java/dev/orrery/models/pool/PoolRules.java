package dev.orrery.models.pool;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What the user wants of the pool.
 *
 * @param ceilingBytes that models, index and map may hold together
 * @param idle after which a model is unloaded
 * @param idleOf the same for single models, by id
 * @param pinned ids of models that stay loaded once they are
 */
public record PoolRules(long ceilingBytes, Duration idle, Map<String, Duration> idleOf, Set<String> pinned) {
    public PoolRules {
        idleOf = Map.copyOf(idleOf);
        pinned = Set.copyOf(pinned);
    }

    Duration idle(String id) {
        return idleOf.getOrDefault(id, idle);
    }
}
