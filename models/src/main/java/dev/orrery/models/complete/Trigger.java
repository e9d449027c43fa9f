package dev.orrery.models.complete;

import dev.orrery.api.Scope;
import dev.orrery.api.UserMessage;
import java.util.Optional;

/** Decides when to speak (pure). Who asks for proposals is always answered, where there can be any. */
final class Trigger {
    private Trigger() {}

    /** Why nothing should be looked for at all; empty where something should. */
    static Optional<UserMessage> silence(CompletionRequest request, Position position) {
        if (request.occasion() == CompletionRequest.Occasion.TYPED && position.isInWord()) {
            return Optional.of(UserMessage.of("models.complete.silent.word"));
        }
        return Optional.empty();
    }

    /** Why no word and no line should be proposed here, by what is being written. */
    static Optional<UserMessage> silence(CompletionRequest request, Scope.Place place) {
        return request.occasion() == CompletionRequest.Occasion.TYPED && place == Scope.Place.TEXT
                ? Optional.of(UserMessage.of("models.complete.silent.text"))
                : Optional.empty();
    }
}
