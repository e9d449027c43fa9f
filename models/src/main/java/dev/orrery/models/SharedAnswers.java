package dev.orrery.models;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelAnswer;
import dev.orrery.api.ModelRequest;
import dev.orrery.api.PromptPart;
import dev.orrery.api.Risk;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Equal requests that come while one of them is under way, or soon after it was answered, share its answer. The work is cancelled
 * when the last who waits for it no longer wants it; one that failed is not shared further.
 */
final class SharedAnswers {
    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final long LOOK_MILLIS = 10;

    private record Key(List<PromptPart> parts, String workspace, Risk risk, String model) {}

    private static final class Work {
        private final CompletableFuture<ModelAnswer> answer = new CompletableFuture<>();
        private final List<Cancellation> wanted = new ArrayList<>();
        private final Instant end;

        Work(Instant end) {
            this.end = end;
        }
    }

    /**
     * A place among those who wait for an answer.
     *
     * @param answer where it will be
     * @param isFirst whether this one must see to the work
     * @param cancellation whether nobody wants it any more
     */
    record Seat(CompletableFuture<ModelAnswer> answer, boolean isFirst, Cancellation cancellation) {

        /** Waits for the answer, or for {@code own} to be cancelled. */
        void await(CompletableFuture<ModelAnswer> own, Cancellation cancelled) {
            while (!cancelled.isRequested()) {
                try {
                    own.complete(answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS));
                    return;
                } catch (TimeoutException notYet) {
                    continue;
                } catch (ExecutionException failed) {
                    own.completeExceptionally(failed.getCause());
                    return;
                } catch (InterruptedException ending) {
                    break;
                }
            }
            own.completeExceptionally(new CancellationException());
        }
    }

    private final InstantSource clock;
    private final Map<Key, Work> works = new HashMap<>();

    SharedAnswers(InstantSource clock) {
        this.clock = clock;
    }

    synchronized Seat join(ModelRequest request, Cancellation cancellation) {
        Instant now = clock.instant();
        works.values().removeIf(work -> isOver(work, now));
        Key key = new Key(request.parts(), request.workspace(), request.risk(), request.model());
        boolean first = !works.containsKey(key);
        Work work = works.computeIfAbsent(key, absent -> new Work(now.plus(WINDOW)));
        work.wanted.add(cancellation);
        return new Seat(work.answer, first, () -> isUnwanted(work));
    }

    private synchronized boolean isUnwanted(Work work) {
        return work.wanted.stream().allMatch(Cancellation::isRequested);
    }

    /** Work that nobody wants is being cancelled, and who comes now begins anew. */
    private boolean isOver(Work work, Instant now) {
        return work.answer.isDone()
                ? work.answer.isCompletedExceptionally() || now.isAfter(work.end)
                : isUnwanted(work);
    }
}
