package dev.orrery.models.pool;

import dev.orrery.api.MemoryUse;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import java.util.Collection;
import java.util.List;

/**
 * Who holds how much of what may be held, and whether another model fits.
 *
 * @param ceilingBytes for all together
 * @param modelBytes held by models, or set aside for those on their way
 * @param pendingBytes of these, set aside and not yet taken from the system
 * @param freeableBytes of these, held by models that nobody uses
 * @param otherBytes held by index and map
 * @param availableBytes that the system has left
 */
record MemoryAccount(
        long ceilingBytes,
        long modelBytes,
        long pendingBytes,
        long freeableBytes,
        long otherBytes,
        long availableBytes) {
    private static final double GIGA = 1e9;

    static MemoryAccount of(
            Collection<Slot> slots, PoolRules rules, List<MemoryUse> others, SystemMemory.Reading machine) {
        long models = 0;
        long pending = 0;
        long freeable = 0;
        for (Slot slot : slots) {
            models += slot.bytes();
            pending += slot.work == Slot.Work.LOADING ? slot.reservedBytes : 0;
            freeable += isFreeable(slot, rules) ? slot.bytes() : 0;
        }
        return new MemoryAccount(
                rules.ceilingBytes(),
                models,
                pending,
                freeable,
                others.stream().mapToLong(MemoryUse::bytes).sum(),
                machine.availableBytes());
    }

    /** Whether a model can be unloaded for another one. */
    static boolean isFreeable(Slot slot, PoolRules rules) {
        return slot.instance != null
                && slot.work == Slot.Work.NONE
                && slot.instance.leases == 0
                && slot.instance.bytes > 0
                && !rules.pinned().contains(slot.id);
    }

    boolean fits(long bytes) {
        return bytes <= ceilingBytes - modelBytes - otherBytes && bytes <= availableBytes - pendingBytes;
    }

    boolean couldFit(long bytes) {
        return bytes <= ceilingBytes - modelBytes - otherBytes + freeableBytes
                && bytes <= availableBytes - pendingBytes + freeableBytes;
    }

    EngineException refusal(PoolEntry entry) {
        return new EngineException(
                EngineException.Kind.NO_MEMORY,
                UserMessage.of(
                        "models.pool.nomemory",
                        entry.name(),
                        entry.predictedBytes() / GIGA,
                        ceilingBytes / GIGA,
                        (modelBytes - freeableBytes) / GIGA,
                        otherBytes / GIGA,
                        availableBytes / GIGA));
    }
}
