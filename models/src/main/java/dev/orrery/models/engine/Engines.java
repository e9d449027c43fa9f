package dev.orrery.models.engine;

import dev.orrery.api.UserMessage;
import java.util.List;
import java.util.stream.Stream;

/** The engines that the command line's contract names. */
public final class Engines {
    private Engines() {}

    /** All engines; each says that it is not part of this build. */
    public static List<EngineStatus> all() {
        return Stream.of("djl", "gguf", "openai", "anthropic", "ollama", "ngram")
                .map(id -> new EngineStatus(id, false, UserMessage.of("models.engine.notbuilt")))
                .toList();
    }
}
