package dev.orrery.app.feature.complete;

import dev.orrery.api.Cancellation;
import dev.orrery.api.RequestBroker.Verdict;
import dev.orrery.models.complete.Answer;
import dev.orrery.models.complete.CompletionRequest;
import dev.orrery.models.complete.Proposal;
import java.util.Optional;

/** Whom the editor asks. Every method blocks and belongs on a background thread. */
public interface ProposalSource {
    /** What is there at once. */
    Answer builtIn(CompletionRequest request, Cancellation cancellation);

    /**
     * What a model says that takes longer; empty where there is none that may be asked now without a question.
     *
     * @throws dev.orrery.api.OrreryException where it failed
     */
    Optional<Answer> model(CompletionRequest request, Cancellation cancellation) throws dev.orrery.api.OrreryException;

    /** Writes down what became of a proposal that was seen. */
    void settle(Proposal proposal, Verdict verdict);
}
