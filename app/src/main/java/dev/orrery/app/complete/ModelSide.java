package dev.orrery.app.complete;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.RequestBroker.Verdict;
import dev.orrery.api.UserMessage;
import dev.orrery.models.Broker;
import dev.orrery.models.Consent;
import dev.orrery.models.Models;
import dev.orrery.models.complete.Answer;
import dev.orrery.models.complete.CompletionRequest;
import dev.orrery.models.complete.ModelProposals;
import dev.orrery.models.complete.Proposal;
import dev.orrery.models.complete.ProposalRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Proposals of models that are asked through the broker, and the record of what became of proposals. Safe from any thread; blocks. */
public final class ModelSide {
    private static final Duration PAUSE = Duration.ofMillis(60);
    private static final long LOOK_MILLIS = 5;

    private final Models models;
    private final Broker broker;
    private final ModelProposals proposals;
    private final ProposalRecord record;

    /** @param consent asks the user, where the first who asked for the broker did not say otherwise */
    public ModelSide(Models models, RepositoryCompletion repository, String workspace, Consent consent)
            throws OrreryException {
        this.models = models;
        this.broker = models.broker(consent);
        this.proposals = new ModelProposals(broker, repository.sources(), workspace);
        this.record = new ProposalRecord(models.ledger(), broker, workspace);
        models.shelf();
    }

    /** Asks the model that is ready, after a pause in typing; empty where none is. */
    public Optional<Answer> ask(CompletionRequest request, Cancellation cancellation) throws OrreryException {
        if (request.occasion() == CompletionRequest.Occasion.TYPED) {
            pause(cancellation);
        }
        Optional<String> ready = broker.ready(proposals.request(request, "", cancellation));
        return ready.isEmpty() ? Optional.empty() : Optional.of(ask(request, ready.get(), cancellation));
    }

    /**
     * Asks one model.
     *
     * @throws OrreryException where it does not answer
     */
    public Answer ask(CompletionRequest request, String model, Cancellation cancellation) throws OrreryException {
        return await(proposals.ask(request, model, cancellation), cancellation);
    }

    /** What became of a proposal that was seen. */
    public void settle(Proposal proposal, Verdict verdict) throws OrreryException {
        boolean asked = proposal.source().request() > 0;
        if (asked || verdict != Verdict.IGNORED) {
            record.settle(proposal, verdict);
        }
    }

    /** All models that there are. */
    public Models models() {
        return models;
    }

    private static void pause(Cancellation cancellation) {
        long end = System.nanoTime() + PAUSE.toNanos();
        while (System.nanoTime() < end) {
            cancellation.throwIfRequested();
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
        }
    }

    private static Answer await(CompletableFuture<Answer> asked, Cancellation cancellation) throws OrreryException {
        while (true) {
            try {
                return asked.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException underWay) {
                cancellation.throwIfRequested();
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof OrreryException said) {
                    throw said;
                }
                throw new OrreryException(
                        UserMessage.of("app.complete.failed", String.valueOf(failed.getCause())), failed);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }
}
