package dev.orrery.models.router;

import dev.orrery.api.ModelTask;
import dev.orrery.api.Risk;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * What decides where a request may go.
 *
 * @param task what is asked
 * @param workspace whose rules hold
 * @param about files that the request is about: without their text it cannot be asked
 * @param helping files whose text could be left out
 * @param risk how much may be done without asking
 * @param infill whether the model must read what stands behind the caret
 * @param leastTokens of the prompt when everything is left out that can be, reckoned
 * @param promptTokens of the whole prompt, reckoned
 * @param maxTokens of the answer
 * @param patience how long the answer is of use
 * @param model the only one wanted, by its id; empty for the best
 */
public record RequestFacts(
        ModelTask task,
        String workspace,
        Set<String> about,
        Set<String> helping,
        Risk risk,
        boolean infill,
        int leastTokens,
        int promptTokens,
        int maxTokens,
        Duration patience,
        String model) {
    public RequestFacts {
        about = Set.copyOf(about);
        helping = Set.copyOf(helping);
    }

    /** The same for one model, however long it takes. */
    public RequestFacts forModel(String id) {
        return new RequestFacts(
                task,
                workspace,
                about,
                helping,
                risk,
                infill,
                leastTokens,
                promptTokens,
                maxTokens,
                ChronoUnit.FOREVER.getDuration(),
                id);
    }
}
