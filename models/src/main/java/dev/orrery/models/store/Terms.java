package dev.orrery.models.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Under which licence a model is here.
 *
 * @param licence its id
 * @param address of its text; may be empty
 * @param accepted when the user accepted it; empty where that was not needed
 */
public record Terms(String licence, String address, Optional<Instant> accepted) {
    /** Nobody said. */
    public static final Terms UNKNOWN = new Terms("unknown", "", Optional.empty());
}
