package dev.orrery.models.router;

import dev.orrery.api.UserMessage;
import java.util.List;

/** Where a request goes. */
public sealed interface Route {
    /** In words: why there, or why nowhere. */
    UserMessage reason();

    /** Every other model, best first, and why not. */
    List<PassedOver> passedOver();

    /**
     * To a model, and where that fails to the next.
     *
     * @param primary asked first
     * @param fallbacks then these, three at most
     */
    record Go(Choice primary, List<Choice> fallbacks, UserMessage reason, List<PassedOver> passedOver)
            implements Route {
        public Go {
            fallbacks = List.copyOf(fallbacks);
            passedOver = List.copyOf(passedOver);
        }
    }

    /** No model may or can. */
    record Nowhere(UserMessage reason, List<PassedOver> passedOver) implements Route {
        public Nowhere {
            passedOver = List.copyOf(passedOver);
        }
    }
}
