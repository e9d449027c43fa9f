package dev.orrery.models;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelAnswer;
import dev.orrery.api.ModelAnswer.Usage;
import dev.orrery.api.ModelRequest;
import dev.orrery.api.UserMessage;
import dev.orrery.models.ledger.Ended;
import dev.orrery.models.ledger.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** A request that shares the answer of an equal one. It is written down like any other; it took no work of a model. */
final class Follower {
    private final InstantSource clock;
    private final Instant start;
    private final Journal journal;

    Follower(BrokerParts parts, ModelRequest request) {
        this.clock = parts.clock();
        this.start = clock.instant();
        this.journal = new Journal(parts, request);
    }

    void answer(SharedAnswers.Seat seat, CompletableFuture<ModelAnswer> asked, Cancellation cancellation) {
        CompletableFuture<ModelAnswer> waited = new CompletableFuture<>();
        seat.await(waited, cancellation);
        switch (waited.state()) {
            case SUCCESS -> asked.complete(shared(waited.resultNow()));
            default -> {
                Throwable failed = waited.exceptionNow();
                boolean cancelled = failed instanceof CancellationException;
                UserMessage reason =
                        UserMessage.of(cancelled ? "models.broker.cancelled" : "models.broker.sharedfailed");
                end(
                        cancelled ? Outcome.CANCELLED : Outcome.FAILED,
                        cancelled ? "" : "SHARED",
                        "",
                        "",
                        reason,
                        Ended.NOTHING);
                asked.completeExceptionally(failed);
            }
        }
    }

    private ModelAnswer shared(ModelAnswer answer) {
        Duration waited = Duration.between(start, clock.instant());
        int read = answer.usage().promptTokens();
        Usage usage = new Usage(read, read, 0, waited, waited, 0);
        UserMessage reason = UserMessage.of("models.broker.shared", Long.toString(answer.request()));
        end(Outcome.ANSWERED, "", answer.model(), answer.engine(), reason, usage);
        return new ModelAnswer(
                journal.id(),
                answer.text(),
                answer.vectors(),
                answer.model(),
                answer.engine(),
                reason,
                answer.passedOver(),
                answer.notes(),
                usage);
    }

    private void end(Outcome outcome, String failure, String model, String engine, UserMessage reason, Usage usage) {
        journal.end(new Ended(outcome, failure, model, engine, reason, List.of(), List.of(), 0, usage));
    }
}
