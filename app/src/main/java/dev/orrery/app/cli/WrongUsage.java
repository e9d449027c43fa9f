package dev.orrery.app.cli;

import dev.orrery.api.UserMessage;

/** A command that cannot be carried out as it was given. */
final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient UserMessage userMessage;

    WrongUsage(UserMessage userMessage) {
        super(userMessage.key());
        this.userMessage = userMessage;
    }

    UserMessage userMessage() {
        return userMessage;
    }
}
