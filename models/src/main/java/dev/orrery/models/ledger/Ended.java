package dev.orrery.models.ledger;

import dev.orrery.api.ModelAnswer.Usage;
import dev.orrery.api.UserMessage;
import java.time.Duration;
import java.util.List;

/**
 * How a request ended.
 *
 * @param outcome what became of it
 * @param failure the kind of trouble, such as {@code TIMED_OUT}; empty for none
 * @param model the id of the last model that had it; empty for none
 * @param engine the id of that model's engine; empty for none
 * @param reason why that model, or why nothing answered
 * @param passedOver what was wanted or tried before, and why it was not that
 * @param notes what was done to the request on its way
 * @param suspicious places in text from files that speak to the model
 * @param usage what it took, all models together
 */
public record Ended(
        Outcome outcome,
        String failure,
        String model,
        String engine,
        UserMessage reason,
        List<UserMessage> passedOver,
        List<UserMessage> notes,
        int suspicious,
        Usage usage) {
    /** Of a request that took nothing. */
    public static final Usage NOTHING = new Usage(0, 0, 0, Duration.ZERO, Duration.ZERO, 0);

    public Ended {
        passedOver = List.copyOf(passedOver);
        notes = List.copyOf(notes);
    }
}
