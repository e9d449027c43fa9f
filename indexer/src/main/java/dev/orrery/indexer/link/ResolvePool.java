package dev.orrery.indexer.link;

import dev.orrery.api.Cancellation;
import dev.orrery.indexer.link.unit.SourceUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Does one piece of work for each unit, on several threads with room for deep recursion, and waits for all of it. */
final class ResolvePool {
    private static final long STACK_BYTES = 64L << 20;
    private static final int WORTH_A_THREAD = 8;

    private ResolvePool() {}

    static void run(List<SourceUnit> units, Consumer<SourceUnit> work, int threads, Cancellation cancellation) {
        AtomicInteger next = new AtomicInteger();
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < units.size(); i = next.getAndIncrement()) {
                cancellation.throwIfRequested();
                work.accept(units.get(i));
            }
        };
        int workers = Math.max(1, Math.min(threads, units.size() / WORTH_A_THREAD));
        ThreadFactory factory = Thread.ofPlatform()
                .name("link-", 0)
                .daemon()
                .stackSize(STACK_BYTES)
                .factory();
        try (var executor = Executors.newFixedThreadPool(workers, factory)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                all.add(executor.submit(worker));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException("interrupted").initCause(e);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case RuntimeException unexpected -> unexpected;
                case Error fatal -> throw fatal;
                default -> new IllegalStateException(e.getCause());
            };
        }
    }
}
