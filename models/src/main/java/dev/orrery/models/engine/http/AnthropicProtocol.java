package dev.orrery.models.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineException.Kind;
import dev.orrery.models.engine.Generation.End;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.http.Outgoing.KeyHeader;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Anthropic's Messages API, version 2023-06-01, streamed. The temperature is left to the provider, since newer models refuse
 * requests that name one. There are no embeddings.
 */
final class AnthropicProtocol implements Protocol {
    private static final Map<String, String> VERSION = Map.of("anthropic-version", "2023-06-01");

    private final ServerAddress address;
    private final String model;
    private final Optional<KeyHeader> key;

    AnthropicProtocol(ServerAddress address, ModelSource.Server source, Accounts.Access access) {
        this.address = address.without("/v1");
        model = source.name();
        key = access.key().map(itsKey -> new KeyHeader("x-api-key", "", itsKey));
    }

    @Override
    public boolean fillsByChat() {
        return true;
    }

    @Override
    public Outgoing generation(Prompt prompt, Sampling sampling) {
        Prompt.Chat chat =
                switch (prompt) {
                    case Prompt.Chat itself -> itself;
                    case Prompt.Infill gap -> Insertion.chat(gap);
                };
        ObjectNode body = Json.object()
                .put("model", model)
                .put("max_tokens", sampling.maxTokens())
                .put("stream", true);
        String system = String.join("\n\n", texts(chat, Prompt.Speaker.SYSTEM));
        if (!system.isEmpty()) {
            body.put("system", Json.text(system));
        }
        ArrayNode messages = body.putArray("messages");
        for (Prompt.Turn turn : chat.turns()) {
            if (turn.speaker() != Prompt.Speaker.SYSTEM && !turn.text().isBlank()) {
                messages.addObject()
                        .put("role", OpenAiProtocol.role(turn.speaker()))
                        .put("content", Json.text(turn.text()));
            }
        }
        List<String> stops =
                sampling.stops().stream().filter(stop -> !stop.isBlank()).toList();
        if (!stops.isEmpty()) {
            body.set("stop_sequences", Json.texts(stops));
        }
        return Outgoing.post(address.resolve("/v1/messages"), VERSION, key, body, Framing.EVENTS);
    }

    private static List<String> texts(Prompt.Chat chat, Prompt.Speaker speaker) {
        return chat.turns().stream()
                .filter(turn -> turn.speaker() == speaker)
                .map(Prompt.Turn::text)
                .toList();
    }

    @Override
    public Reader reader(Prompt prompt) {
        return AnthropicProtocol::read;
    }

    /** Kinds of messages that came later than this was written are passed over, as the reference asks. */
    private static boolean read(String message, Answer answer) throws EngineException {
        JsonNode event = OpenAiReaders.parse(message, answer);
        switch (event.path("type").asText()) {
            case "message_start" -> count(event.path("message").path("usage"), answer);
            case "content_block_delta" ->
                answer.add(event.path("delta").path("text").asText(""));
            case "message_delta" -> {
                count(event.path("usage"), answer);
                end(event.path("delta").path("stop_reason").asText(""), answer);
            }
            case "message_stop" -> {
                return false;
            }
            default -> {}
        }
        return true;
    }

    /** What was read from the cache or written to it is not among the input tokens. */
    private static void count(JsonNode usage, Answer answer) {
        int reused = usage.path("cache_read_input_tokens").asInt(0);
        int input = usage.path("input_tokens").asInt(-1);
        int read = input < 0
                ? -1
                : input + reused + usage.path("cache_creation_input_tokens").asInt(0);
        answer.count(read, input < 0 ? -1 : reused, usage.path("output_tokens").asInt(-1));
    }

    private static void end(String reason, Answer answer) throws EngineException {
        switch (reason) {
            case "" -> {}
            case "max_tokens", "model_context_window_exceeded" -> answer.end(End.LENGTH);
            case "refusal" ->
                throw new EngineException(
                        Kind.REFUSED,
                        UserMessage.of("models.http.filtered", answer.incoming().host()));
            default -> answer.end(End.STOP);
        }
    }

    @Override
    public Outgoing embedding(List<String> texts) {
        throw new IllegalStateException("no embeddings");
    }

    @Override
    public List<JsonNode> vectors(JsonNode answer) {
        throw new IllegalStateException("no embeddings");
    }
}
