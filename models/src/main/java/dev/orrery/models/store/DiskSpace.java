package dev.orrery.models.store;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.nio.file.Path;

/** How much a disk can still take. */
@FunctionalInterface
public interface DiskSpace {
    /** Kept free, for everything else on the machine. */
    long RESERVE = 500_000_000;

    /** The disk that the system tells of. */
    DiskSpace SYSTEM = folder -> folder.toFile().getUsableSpace();

    /** Bytes that can be written below a folder that exists. */
    long usable(Path folder);

    /** Refuses what would not leave the reserve. */
    default void require(Path folder, long bytes) throws OrreryException {
        long usable = usable(folder);
        if (bytes > 0 && usable - RESERVE < bytes) {
            throw new OrreryException(
                    UserMessage.of("models.store.full", bytes / 1e9, usable / 1e9, RESERVE / 1e9, folder));
        }
    }
}
