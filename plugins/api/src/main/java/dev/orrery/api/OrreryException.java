package dev.orrery.api;

import org.jspecify.annotations.Nullable;

/** Expected trouble that the user must hear about: what happened, what is safe, what to do. */
public final class OrreryException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient UserMessage userMessage;

    public OrreryException(UserMessage userMessage) {
        this(userMessage, null);
    }

    public OrreryException(UserMessage userMessage, @Nullable Throwable cause) {
        super(userMessage.key() + userMessage.arguments(), cause);
        this.userMessage = userMessage;
    }

    public UserMessage userMessage() {
        return userMessage;
    }
}
