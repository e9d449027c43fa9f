package dev.orrery.models.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.Generation.End;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.http.Outgoing.KeyHeader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Ollama's own interface, by its {@code docs/api.md}. The context is always named, since Ollama cuts longer prompts in silence. */
final class OllamaProtocol implements Protocol {
    /** How long a model stays loaded after its last request, should this program end without unloading it. */
    private static final String KEEP = "30m";

    private final ServerAddress address;
    private final String model;
    private final boolean infill;
    private final int contextTokens;
    private final Optional<KeyHeader> key;

    OllamaProtocol(ServerAddress address, ModelSource.Server source, Accounts.Access access, int contextTokens) {
        this.address = address.without("/api");
        model = source.name();
        infill = source.capabilities().infill();
        this.contextTokens = contextTokens;
        key = access.key().map(KeyHeader::bearer);
    }

    @Override
    public boolean fillsByChat() {
        return false;
    }

    @Override
    public Outgoing generation(Prompt prompt, Sampling sampling) {
        ObjectNode body = Json.object().put("model", model);
        String path =
                switch (prompt) {
                    case Prompt.Chat(List<Prompt.Turn> turns) -> {
                        ArrayNode messages = body.putArray("messages");
                        turns.forEach(turn -> messages.addObject()
                                .put("role", OpenAiProtocol.role(turn.speaker()))
                                .put("content", Json.text(turn.text())));
                        yield "/api/chat";
                    }
                    case Prompt.Infill gap -> {
                        body.put("prompt", Json.text(OpenAiProtocol.before(gap)));
                        if (infill) {
                            body.put("suffix", Json.text(gap.suffix()));
                        } else {
                            body.put("raw", true);
                        }
                        yield "/api/generate";
                    }
                };
        body.put("stream", true).put("keep_alive", KEEP);
        ObjectNode options = body.putObject("options");
        options.put("num_ctx", contextTokens)
                .put("num_predict", sampling.maxTokens())
                .put("temperature", sampling.temperature());
        if (sampling.temperature() > 0) {
            options.put("seed", OpenAiProtocol.seed(sampling));
        }
        List<String> stops =
                sampling.stops().stream().filter(stop -> !stop.isEmpty()).toList();
        if (!stops.isEmpty()) {
            options.set("stop", Json.texts(stops));
        }
        return post(path, body, Framing.LINES);
    }

    private Outgoing post(String path, ObjectNode body, Framing framing) {
        return Outgoing.post(address.resolve(path), Map.of(), key, body, framing);
    }

    /** Loads the model, with an empty request. */
    Outgoing loading(boolean embedder) {
        ObjectNode body = Json.object().put("model", model);
        if (embedder) {
            body.set("input", Json.texts(List.of()));
            return post("/api/embed", body.put("keep_alive", KEEP), Framing.DOCUMENT);
        }
        body.put("stream", false).put("keep_alive", KEEP).putObject("options").put("num_ctx", contextTokens);
        return post("/api/generate", body, Framing.DOCUMENT);
    }

    /** Unloads it. */
    Outgoing unloading() {
        return post(
                "/api/generate",
                Json.object().put("model", model).put("stream", false).put("keep_alive", 0),
                Framing.DOCUMENT);
    }

    /** Which models are loaded. */
    Outgoing running() {
        return Outgoing.get(address.resolve("/api/ps"), key);
    }

    /** Bytes that the model takes, by the list of those that are loaded; 0 where it is not among them. */
    long memory(JsonNode running) {
        return StreamSupport.stream(running.path("models").spliterator(), false)
                .filter(entry -> isThis(entry.path("model").asText())
                        || isThis(entry.path("name").asText()))
                .mapToLong(entry -> Math.max(0, entry.path("size").asLong()))
                .findFirst()
                .orElse(0);
    }

    private boolean isThis(String name) {
        return name.equals(model) || name.equals(model + ":latest");
    }

    @Override
    public Reader reader(Prompt prompt) {
        return OllamaProtocol::read;
    }

    private static boolean read(String message, Answer answer) throws EngineException {
        JsonNode chunk = OpenAiReaders.parse(message, answer);
        JsonNode response = chunk.path("response");
        answer.add((response.isMissingNode() ? chunk.path("message").path("content") : response).asText(""));
        if (!chunk.path("done").asBoolean()) {
            return true;
        }
        answer.end(chunk.path("done_reason").asText("").equals("length") ? End.LENGTH : End.STOP);
        answer.count(
                chunk.path("prompt_eval_count").asInt(-1),
                -1,
                chunk.path("eval_count").asInt(-1));
        return false;
    }

    @Override
    public Outgoing embedding(List<String> texts) {
        ObjectNode body = Json.object().put("model", model);
        body.set("input", Json.texts(texts));
        return post("/api/embed", body.put("keep_alive", KEEP), Framing.DOCUMENT);
    }

    @Override
    public List<JsonNode> vectors(JsonNode answer) {
        return StreamSupport.stream(answer.path("embeddings").spliterator(), false)
                .map(JsonNode.class::cast)
                .toList();
    }
}
