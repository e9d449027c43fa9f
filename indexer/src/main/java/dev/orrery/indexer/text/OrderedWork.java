package dev.orrery.indexer.text;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Numbered pieces of work that several threads do and one takes in their order. The taking thread works too, and no piece
 * is begun far ahead of what was taken, the less so the less was taken yet: so little is kept, and little is wasted when it
 * stops early.
 */
final class OrderedWork<R> {
    private static final int FARTHEST_AHEAD = 16;

    private final int count;
    private final IntFunction<R> work;
    private final CompletableFuture<R>[] results;
    private int claimed;
    private int taken;
    private int workers;

    @SuppressWarnings({"unchecked", "rawtypes"})
    OrderedWork(int count, IntFunction<R> work) {
        this.count = count;
        this.work = work;
        this.results = new CompletableFuture[count];
        for (int i = 0; i < count; i++) {
            results[i] = new CompletableFuture<>();
        }
    }

    /** Does the work, giving each result to {@code taker} on this thread until it returns false; whether it never did. */
    boolean run(Predicate<R> taker) {
        int helpers = ForkJoinPool.commonPool().getParallelism();
        try {
            for (int i = 0; i < count; i++) {
                summon(helpers);
                while (!results[i].isDone()) {
                    int own = claim();
                    if (own < 0) {
                        break;
                    }
                    complete(own);
                }
                if (!taker.test(join(i))) {
                    return false;
                }
                synchronized (this) {
                    taken = i + 1;
                }
            }
            return true;
        } finally {
            synchronized (this) {
                claimed = count;
            }
        }
    }

    private R join(int index) {
        try {
            return results[index].join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw failure;
        } finally {
            results[index] = CompletableFuture.completedFuture(null);
        }
    }

    private synchronized void summon(int helpers) {
        while (workers < helpers && claimed < ahead() - 1) {
            workers++;
            ForkJoinPool.commonPool().execute(this::help);
        }
    }

    private void help() {
        for (int own = claim(); own >= 0; own = claim()) {
            complete(own);
        }
        synchronized (this) {
            workers--;
        }
    }

    private int ahead() {
        return Math.min(count, taken + 1 + Math.min(taken, FARTHEST_AHEAD));
    }

    private synchronized int claim() {
        return claimed < ahead() ? claimed++ : -1;
    }

    private void complete(int index) {
        CompletableFuture<R> result = results[index];
        try {
            result.complete(work.apply(index));
        } catch (RuntimeException | Error failure) {
            result.completeExceptionally(failure);
        }
    }
}
