package dev.orrery.models.engine;

import dev.orrery.api.UserMessage;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an engine could not do what was asked, in words for the user and in a kind that decides what is tried next. */
public final class EngineException extends Exception {
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final transient UserMessage userMessage;
    private final @Nullable Duration retryAfter;

    /** What kind of trouble it is. */
    public enum Kind {
        /** Not there: no address, no connection, no native library. Another model may answer. */
        UNAVAILABLE,
        /** Too much to do (429, 503): later, see {@link EngineException#retryAfter}. */
        OVERLOADED,
        /** It took longer than the request's patience. */
        TIMED_OUT,
        /** The key, the licence or the account is not accepted, or the request is not allowed. */
        REFUSED,
        /** More tokens than the model takes. */
        TOO_LONG,
        /** The process or the server died over it, or the answer was cut off. */
        BROKEN_OFF,
        /** It answered something that is no answer. */
        GARBAGE,
        /** The files are not a model, or not one for this engine. */
        BAD_MODEL,
        /** There is not enough memory. */
        NO_MEMORY
    }

    public EngineException(Kind kind, UserMessage userMessage) {
        this(kind, userMessage, null, null);
    }

    public EngineException(Kind kind, UserMessage userMessage, @Nullable Throwable cause) {
        this(kind, userMessage, null, cause);
    }

    public EngineException(
            Kind kind, UserMessage userMessage, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(kind + " " + userMessage.key() + userMessage.arguments(), cause);
        this.kind = kind;
        this.userMessage = userMessage;
        this.retryAfter = retryAfter;
    }

    public Kind kind() {
        return kind;
    }

    public UserMessage userMessage() {
        return userMessage;
    }

    /** How long the server asked to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
