package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A fixed pool of platform threads for reading, parsing and decoding. */
final class Workers implements AutoCloseable {
    private static final long STACK_BYTES = 16L << 20;

    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService pool = Executors.newFixedThreadPool(
            threads,
            Thread.ofPlatform()
                    .name("index-", 0)
                    .daemon()
                    .stackSize(STACK_BYTES)
                    .factory());

    int threads() {
        return threads;
    }

    /** What is done with each of many things. */
    @FunctionalInterface
    interface Step<T> {
        void run(T thing) throws IOException, InterruptedException;
    }

    /**
     * Runs the step for each thing on all threads and waits for the end.
     *
     * @throws IOException the first that a step threw; the others are not started then
     * @throws CancellationException where it was cancelled
     */
    <T> void forEach(List<T> things, Cancellation cancellation, Step<T> step) throws IOException {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean stopped = new AtomicBoolean();
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, things.size()); thread++) {
            running.add(pool.submit(() -> {
                try {
                    for (int i = next.getAndIncrement();
                            i < things.size() && !stopped.get();
                            i = next.getAndIncrement()) {
                        cancellation.throwIfRequested();
                        step.run(things.get(i));
                    }
                    return null;
                } catch (Throwable failed) { // whatever it is, the others need not go on; waitFor throws it
                    stopped.set(true);
                    throw failed;
                }
            }));
        }
        waitFor(running);
    }

    private static void waitFor(List<Future<?>> running) throws IOException {
        Throwable first = null;
        for (Future<?> future : running) {
            try {
                future.get();
            } catch (ExecutionException failed) {
                first = first == null ? failed.getCause() : first;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                first = first == null ? new CancellationException() : first;
            }
        }
        switch (first) {
            case null -> {}
            case IOException disk -> throw disk;
            case RuntimeException unexpected -> throw unexpected;
            case Error fatal -> throw fatal;
            default -> throw new CancellationException();
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
