package dev.orrery.models.pool;

import dev.orrery.api.MemoryUse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the pool needs from around it. All of it is quick and safe from any thread.
 *
 * @param memory of this machine
 * @param others that hold memory under the same ceiling: index, map
 * @param log hears what loading took
 * @param speeds what was measured of a model, by its id
 * @param clock the time
 */
public record PoolPorts(
        SystemMemory memory,
        List<MemoryUse> others,
        LoadLog log,
        Function<String, Optional<Speed>> speeds,
        InstantSource clock) {
    public PoolPorts {
        others = List.copyOf(others);
    }
}
