package dev.orrery.models.catalog;

import java.util.List;

/**
 * What of a machine decides which models it can run.
 *
 * @param cores of the processor that this process may use
 * @param memoryBytes in all, or what this process's container is allowed
 * @param availableBytes that can be had now without swapping
 * @param gpus graphics processors, where somebody looked
 */
public record Machine(int cores, long memoryBytes, long availableBytes, List<Gpu> gpus) {
    public Machine {
        gpus = List.copyOf(gpus);
    }

    /**
     * A graphics processor.
     *
     * @param memoryBytes of its own
     * @param freeBytes of these
     */
    public record Gpu(String name, long memoryBytes, long freeBytes) {}

    public Machine with(List<Gpu> found) {
        return new Machine(cores, memoryBytes, availableBytes, found);
    }
}
