package dev.orrery.indexer.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one holder in at a time, of all threads of all processes that use the same file. Closing any channel on a locked
 * file frees the lock of the whole process, therefore threads of one process queue before the file is opened.
 */
final class FileMutex {
    private static final ConcurrentHashMap<Path, ReentrantLock> IN_PROCESS = new ConcurrentHashMap<>();

    private final Path path;
    private final ReentrantLock lock;

    FileMutex(Path path) {
        this.path = path.toAbsolutePath().normalize();
        this.lock = IN_PROCESS.computeIfAbsent(this.path, absent -> new ReentrantLock());
    }

    /** What is done while the mutex is held. */
    @FunctionalInterface
    interface Section<T> {
        T run() throws IOException, DamagedException;
    }

    <T> T hold(Section<T> section) throws IOException, DamagedException {
        lock.lock();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assert held.isValid();
            return section.run();
        } finally {
            lock.unlock();
        }
    }
}
