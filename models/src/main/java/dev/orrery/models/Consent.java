package dev.orrery.models;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelTask;
import dev.orrery.api.Risk;
import dev.orrery.models.engine.WireRequest;
import dev.orrery.models.pool.PooledModel;
import dev.orrery.models.safety.Finding;
import java.util.List;
import java.util.Optional;

/** Asks the user. Implementations block until there is an answer or the request is cancelled, which counts as a no. */
@FunctionalInterface
public interface Consent {
    /** Where there is nobody to ask. */
    Consent NOBODY = (question, cancellation) -> Answer.NO;

    Answer ask(Question question, Cancellation cancellation);

    /** What the user says. */
    enum Answer {
        YES_ONCE,
        /** From now on this model may do this task in this workspace without asking, where the request's risk permits that. */
        YES_FOR_WORKSPACE,
        NO
    }

    /**
     * What the user is asked.
     *
     * @param task what the model is to do
     * @param workspace the repository's root; empty for none
     * @param risk of the request
     * @param model which is to have it
     * @param wire what would leave the machine, to the byte; empty where nothing would
     * @param mostMicroDollars what it can cost at most, in millionths of a US dollar
     * @param findings what was taken out or replaced, and sentences in files that speak to the model
     */
    record Question(
            ModelTask task,
            String workspace,
            Risk risk,
            PooledModel model,
            Optional<WireRequest> wire,
            long mostMicroDollars,
            List<Finding> findings) {
        public Question {
            findings = List.copyOf(findings);
        }
    }
}
