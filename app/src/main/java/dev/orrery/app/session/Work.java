package dev.orrery.app.session;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;

/** A computation that may wait, fail with a sentence for the user, and be told that nobody wants its result any more. */
@FunctionalInterface
public interface Work<T> {
    T compute(Cancellation cancellation) throws OrreryException;
}
