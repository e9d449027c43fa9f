package dev.orrery.app.shell;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.RequestBroker.Verdict;
import dev.orrery.api.UserMessage;
import dev.orrery.app.complete.ModelSide;
import dev.orrery.app.complete.RepositoryCompletion;
import dev.orrery.app.feature.complete.ProposalSource;
import dev.orrery.models.complete.Answer;
import dev.orrery.models.complete.CompletionRequest;
import dev.orrery.models.complete.Proposal;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the editors of one repository are told: the built-in sources at once, models when they are ready. Safe from any thread. */
final class EditorProposals implements ProposalSource {
    private final RepositoryCompletion repository;
    private final Sides sides;
    private final Consumer<UserMessage> trouble;
    private @Nullable ModelSide side;

    /** Opens the models; blocks. */
    interface Sides {
        ModelSide open(RepositoryCompletion repository) throws OrreryException;
    }

    /** @param trouble hears what went wrong when nobody waits for it */
    EditorProposals(RepositoryCompletion repository, Sides sides, Consumer<UserMessage> trouble) {
        this.repository = repository;
        this.sides = sides;
        this.trouble = trouble;
    }

    private synchronized ModelSide side() throws OrreryException {
        ModelSide there = side == null ? sides.open(repository) : side;
        side = there;
        return there;
    }

    @Override
    public Answer builtIn(CompletionRequest request, Cancellation cancellation) {
        return repository.builtIn().at(request, cancellation);
    }

    @Override
    public Optional<Answer> model(CompletionRequest request, Cancellation cancellation) throws OrreryException {
        return side().ask(request, cancellation);
    }

    @Override
    public void settle(Proposal proposal, Verdict verdict) {
        repository.count(
                proposal.source().engine(),
                proposal.probability(),
                verdict == Verdict.ACCEPTED || verdict == Verdict.PARTLY_ACCEPTED);
        try {
            side().settle(proposal, verdict);
        } catch (OrreryException unwritable) {
            trouble.accept(unwritable.userMessage());
        }
    }
}
