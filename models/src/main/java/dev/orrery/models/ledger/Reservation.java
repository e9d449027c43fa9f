package dev.orrery.models.ledger;

import dev.orrery.api.UserMessage;
import java.util.Optional;

/** Money asked for before it is spent. */
public sealed interface Reservation {
    /**
     * It is set apart until it is settled or expires.
     *
     * @param id its number
     * @param warning where a limit is nearly reached
     */
    record Held(long id, Optional<UserMessage> warning) implements Reservation {}

    /** A limit would be overrun. */
    record Refused(UserMessage reason) implements Reservation {}
}
