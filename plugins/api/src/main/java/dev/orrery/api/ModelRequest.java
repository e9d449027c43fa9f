package dev.orrery.api;

import java.time.Duration;
import java.util.List;

/**
 * A request to whichever model is able and allowed.
 *
 * @param task what to do
 * @param parts what to do it with, in the order in which the model shall read them; a completion has one
 *     {@link PromptPart.Role#PREFIX} and at most one {@link PromptPart.Role#SUFFIX}
 * @param workspace the repository's root that the request is about; the user's rules are kept by it; empty for none
 * @param risk how much may be done without asking
 * @param urgency who waits
 * @param limits when to stop
 * @param model the one that must answer, by its id; empty for the best that is able and allowed
 */
public record ModelRequest(
        ModelTask task,
        List<PromptPart> parts,
        String workspace,
        Risk risk,
        Urgency urgency,
        Limits limits,
        String model) {

    public ModelRequest {
        parts = List.copyOf(parts);
    }

    /**
     * When to stop.
     *
     * @param tokens at most this many in the answer
     * @param stops texts at which the answer ends; they are not part of it
     * @param patience how long the answer is of use; later it is cancelled
     */
    public record Limits(int tokens, List<String> stops, Duration patience) {
        public Limits {
            stops = List.copyOf(stops);
        }
    }
}
