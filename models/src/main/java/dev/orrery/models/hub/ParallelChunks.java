package dev.orrery.models.hub;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.base.CancelSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Does the chunks of a file, several at once; the first that does not succeed ends all. */
final class ParallelChunks {
    private final int chunks;
    private final int workers;
    private final Work work;

    /** Fetches a chunk. */
    interface Work {
        RangeSink.Outcome chunk(int index, Cancellation cancellation) throws OrreryException, IOException;
    }

    ParallelChunks(int chunks, int workers, Work work) {
        this.chunks = chunks;
        this.workers = workers;
        this.work = work;
    }

    RangeSink.Outcome run(Cancellation cancellation) throws OrreryException, IOException {
        AtomicInteger next = new AtomicInteger();
        CancelSource ended = new CancelSource();
        Cancellation either = () -> ended.isRequested() || cancellation.isRequested();
        List<Future<RangeSink.Outcome>> running = new ArrayList<>();
        RangeSink.Outcome outcome = RangeSink.Outcome.TAKEN;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < workers; i++) {
                running.add(threads.submit(() -> worker(next, either, ended)));
            }
        }
        CancellationException stopped = null;
        for (Future<RangeSink.Outcome> worker : running) {
            try {
                RangeSink.Outcome its = worker.get();
                outcome = outcome == RangeSink.Outcome.TAKEN ? its : outcome;
            } catch (ExecutionException failed) {
                switch (failed.getCause()) {
                    case OrreryException told -> throw told;
                    case IOException disk -> throw disk;
                    case CancellationException end -> stopped = end;
                    case Error fatal -> throw fatal;
                    case null, default -> throw new IOException(failed.getCause());
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
        if (stopped != null && outcome == RangeSink.Outcome.TAKEN) {
            throw stopped;
        }
        return outcome;
    }

    private RangeSink.Outcome worker(AtomicInteger next, Cancellation either, CancelSource ended)
            throws OrreryException, IOException {
        boolean well = false;
        try {
            for (int index = next.getAndIncrement(); index < chunks; index = next.getAndIncrement()) {
                either.throwIfRequested();
                RangeSink.Outcome outcome = work.chunk(index, either);
                if (outcome != RangeSink.Outcome.TAKEN) {
                    return outcome;
                }
            }
            well = true;
            return RangeSink.Outcome.TAKEN;
        } finally {
            if (!well) {
                ended.cancel();
            }
        }
    }
}
