package dev.orrery.indexer;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Waits until a condition holds, asking again whenever the index says that something changed. */
final class Changed {
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    Changed(CodeIndex index) {
        index.onChange(delta -> signal());
    }

    private void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the condition came to hold in time. */
    boolean until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + LONGEST_NANOS;
        lock.lock();
        try {
            while (!condition.call()) {
                if (System.nanoTime() > end) {
                    return false;
                }
                changed.awaitNanos(ASK_AGAIN_NANOS);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }
}
