package dev.orrery.models;

import dev.orrery.api.UserMessage;

/** Why one model did not answer, and whether another one may be asked instead. */
final class Setback extends Exception {
    private static final long serialVersionUID = 1;

    private final transient UserMessage userMessage;
    private final String failure;
    private final Next next;

    /** Who may be asked now. */
    enum Next {
        ANYONE,
        /** Those for whom no question to the user is needed: he just said no. */
        WITHOUT_ASKING,
        NOBODY
    }

    /** @param failure the kind of trouble for the ledger; empty where it is a no, not a failure */
    Setback(UserMessage userMessage, String failure, Next next) {
        super(userMessage.key() + userMessage.arguments(), null, false, false);
        this.userMessage = userMessage;
        this.failure = failure;
        this.next = next;
    }

    UserMessage userMessage() {
        return userMessage;
    }

    String failure() {
        return failure;
    }

    Next next() {
        return next;
    }
}
