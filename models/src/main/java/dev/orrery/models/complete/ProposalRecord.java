package dev.orrery.models.complete;

import dev.orrery.api.ModelAnswer.Usage;
import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.api.RequestBroker;
import dev.orrery.api.RequestBroker.Verdict;
import dev.orrery.api.Risk;
import dev.orrery.api.Urgency;
import dev.orrery.api.UserMessage;
import dev.orrery.models.ledger.Asked;
import dev.orrery.models.ledger.Ended;
import dev.orrery.models.ledger.Ledger;
import dev.orrery.models.ledger.Outcome;
import java.util.List;

/**
 * Writes down what users made of proposals that they saw. Those of a model that was asked through the broker have a row already; built-in ones, of
 * which there is one at every keystroke, get theirs now. Reads and writes the disk.
 */
public final class ProposalRecord {
    private final Ledger ledger;
    private final RequestBroker broker;
    private final String workspace;

    public ProposalRecord(Ledger ledger, RequestBroker broker, String workspace) {
        this.ledger = ledger;
        this.broker = broker;
        this.workspace = workspace;
    }

    /** Writes it down. */
    public void settle(Proposal proposal, Verdict verdict) throws OrreryException {
        long row = proposal.source().request();
        if (row > 0) {
            broker.settle(row, verdict);
            return;
        }
        long request = ledger.begin(new Asked(ModelTask.COMPLETION, workspace, Urgency.INTERACTIVE, Risk.AUTOMATIC));
        ledger.end(
                request,
                new Ended(
                        Outcome.ANSWERED,
                        "",
                        proposal.source().model(),
                        proposal.source().engine(),
                        UserMessage.of("models.complete.record.builtin"),
                        List.of(),
                        List.of(),
                        0,
                        new Usage(0, 0, 0, proposal.took(), proposal.took(), 0)));
        ledger.settle(request, verdict);
    }
}
