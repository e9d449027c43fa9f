package dev.orrery.models.engine;

import dev.orrery.api.UserMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The engines that there are, known by their ids, in the order of the command line's contract. Safe from any thread. */
public final class Engines implements AutoCloseable {
    private static final List<String> IDS = List.of("djl", "gguf", "openai", "anthropic", "ollama", "ngram");

    private final Map<String, Engine> engines;

    /** @param engines are closed with this */
    public Engines(List<Engine> engines) {
        this.engines = engines.stream().collect(Collectors.toUnmodifiableMap(Engine::id, Function.identity()));
    }

    /** Whether each engine runs here and why; those that are not there say that they are not part of this build. */
    public List<EngineStatus> statuses() {
        return IDS.stream()
                .map(id -> find(id).map(Engine::status)
                        .orElseGet(() -> new EngineStatus(id, false, UserMessage.of("models.engine.notbuilt"))))
                .toList();
    }

    public Optional<Engine> find(String id) {
        return Optional.ofNullable(engines.get(id));
    }

    @Override
    public void close() {
        engines.values().forEach(Engine::close);
    }
}
