package dev.orrery.indexer.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write one worktree's index, held until it is closed or the process ends, however it ends. Closing any
 * channel on a locked file frees the lock of the whole process, therefore a process asks itself first.
 */
public final class IndexLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private IndexLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** The lock, or empty where somebody else has it, in this process or another. */
    public static Optional<IndexLock> tryTake(Path lockFile) throws IOException {
        Path path = lockFile.toAbsolutePath().normalize();
        if (!HELD_HERE.add(path)) {
            return Optional.empty();
        }
        IndexLock taken = null;
        try {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
            } else {
                taken = new IndexLock(path, channel);
            }
            return Optional.ofNullable(taken);
        } finally {
            if (taken == null) {
                HELD_HERE.remove(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD_HERE.remove(path);
        }
    }
}
