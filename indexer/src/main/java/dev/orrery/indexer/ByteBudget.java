package dev.orrery.indexer;

import java.util.concurrent.Semaphore;

/** Bounds the bytes of files that are in memory at the same time; a file larger than the whole budget comes alone. */
final class ByteBudget {
    private static final int UNIT = 1 << 10;

    private final int units;
    private final Semaphore free;

    ByteBudget(long bytes) {
        this.units = (int) (bytes / UNIT);
        this.free = new Semaphore(units, true);
    }

    /** Bytes that are in use until this is closed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    Held hold(long bytes) throws InterruptedException {
        int wanted = (int) Math.clamp(bytes / UNIT + 1, 1, units);
        free.acquire(wanted);
        return () -> free.release(wanted);
    }
}
