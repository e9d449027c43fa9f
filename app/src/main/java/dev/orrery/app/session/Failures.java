package dev.orrery.app.session;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into a sentence for the user; what nobody expected is logged as well. */
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    public static UserMessage message(Throwable failure) {
        if (failure instanceof OrreryException expected) {
            return expected.userMessage();
        }
        LOG.error("unexpected failure", failure);
        String detail = failure.getMessage();
        return UserMessage.of("app.error.unexpected", failure.getClass().getSimpleName(), detail == null ? "" : detail);
    }
}
