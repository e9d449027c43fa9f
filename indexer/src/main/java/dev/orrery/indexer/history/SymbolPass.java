package dev.orrery.indexer.history;

import dev.orrery.api.Cancellation;
import dev.orrery.base.Progress;
import dev.orrery.indexer.history.SamplePlan.Step;
import dev.orrery.indexer.parse.Parsing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.lib.Repository;

/** Reads what a plan names and a log does not know yet, path by path, on threads of low priority of which one core is spared. */
final class SymbolPass {
    private static final int SAVE_EVERY = 4_000;
    private static final long STACK_BYTES = 16L << 20;

    private final Repository repository;
    private final SymbolLog log;
    private final List<Map.Entry<String, List<Step>>> tracks = new ArrayList<>();
    private final Progress progress;
    private final Cancellation cancellation;
    private final Runnable saving;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger unsaved = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private int versions;

    /** @param saving keeps what was found so far; called now and then */
    SymbolPass(
            Repository repository,
            SymbolLog log,
            SamplePlan plan,
            Progress progress,
            Cancellation cancellation,
            Runnable saving) {
        this.repository = repository;
        this.log = log;
        this.progress = progress;
        this.cancellation = cancellation;
        this.saving = saving;
        plan.tracks().forEach((path, steps) -> {
            List<Step> missing = log.missing(path, steps);
            if (!missing.isEmpty()) {
                tracks.add(Map.entry(path, missing));
                versions += missing.size();
            }
        });
    }

    void run() throws IOException {
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 4);
        try (ExecutorService pool = Executors.newFixedThreadPool(
                        threads,
                        Thread.ofPlatform()
                                .name("history-", 0)
                                .daemon()
                                .priority(Thread.MIN_PRIORITY)
                                .stackSize(STACK_BYTES)
                                .factory());
                Parsing parsing = new Parsing()) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                running.add(pool.submit(() -> {
                    work(parsing);
                    return null;
                }));
            }
            join(running);
        }
        log.settle();
    }

    private void work(Parsing parsing) throws IOException {
        try (TrackReader reader = new TrackReader(repository.newObjectReader(), parsing, log.rows())) {
            for (int i = next.getAndIncrement(); i < tracks.size() && !stopped.get(); i = next.getAndIncrement()) {
                String path = tracks.get(i).getKey();
                TrackEvents events = log.known(path);
                for (Step step : tracks.get(i).getValue()) {
                    cancellation.throwIfRequested();
                    reader.read(path, step, events);
                    progress.at("indexer.stage.symbols", read.incrementAndGet(), versions);
                }
                log.settle(path, events);
                int ready = unsaved.addAndGet(tracks.get(i).getValue().size());
                if (ready >= SAVE_EVERY && unsaved.compareAndSet(ready, 0)) {
                    saving.run();
                }
            }
        } catch (Throwable failed) { // whatever it is, the others need not go on; join throws it
            stopped.set(true);
            throw failed;
        }
    }

    /** Waits for all of them before it says what went wrong with the first. */
    private static void join(List<Future<?>> running) throws IOException {
        Throwable failure = null;
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                failure = failure == null || failed.getCause() instanceof CancellationException
                        ? failed.getCause()
                        : failure;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                failure = new CancellationException();
            }
        }
        switch (failure) {
            case null -> {}
            case IOException io -> throw io;
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new IOException(failure);
        }
    }
}
