package dev.orrery.models.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.http.Outgoing.KeyHeader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The interface of OpenAI in its dialects, by the references of OpenAI (chat completions, completions, embeddings), Mistral
 * (fill-in-the-middle) and llama.cpp's server ({@code /infill}).
 */
final class OpenAiProtocol implements Protocol {
    /** OpenAI takes at most so many stop texts; the others are watched for here. */
    private static final int MOST_STOPS = 4;

    private final ServerAddress address;
    private final String model;
    private final boolean infill;
    private final Dialect dialect;
    private final Optional<KeyHeader> key;

    OpenAiProtocol(ServerAddress address, ModelSource.Server source, Accounts.Access access) {
        this.address = address;
        model = source.name();
        infill = source.capabilities().infill();
        dialect = access.dialect();
        key = access.key().map(KeyHeader::bearer);
    }

    @Override
    public boolean fillsByChat() {
        return dialect == Dialect.OPENAI;
    }

    @Override
    public Outgoing generation(Prompt prompt, Sampling sampling) {
        return switch (prompt) {
            case Prompt.Chat chat -> chat(chat, sampling);
            case Prompt.Infill gap ->
                switch (dialect) {
                    case OPENAI -> chat(Insertion.chat(gap), sampling);
                    case COMPATIBLE -> completion("/completions", gap, sampling);
                    case MISTRAL -> completion("/fim/completions", gap, sampling);
                    case LLAMA_SERVER -> llamaInfill(gap, sampling);
                };
        };
    }

    private Outgoing chat(Prompt.Chat chat, Sampling sampling) {
        ObjectNode body = Json.object().put("model", model);
        ArrayNode messages = body.putArray("messages");
        for (Prompt.Turn turn : chat.turns()) {
            messages.addObject().put("role", role(turn.speaker())).put("content", Json.text(turn.text()));
        }
        return streamed("/chat/completions", body, sampling);
    }

    static String role(Prompt.Speaker speaker) {
        return switch (speaker) {
            case SYSTEM -> "system";
            case USER -> "user";
            case MODEL -> "assistant";
        };
    }

    private Outgoing completion(String path, Prompt.Infill gap, Sampling sampling) {
        ObjectNode body = Json.object().put("model", model).put("prompt", Json.text(before(gap)));
        if (infill) {
            body.put("suffix", Json.text(gap.suffix()));
        }
        return streamed(path, body, sampling);
    }

    /** What a model reads before the gap where there is no place for context. */
    static String before(Prompt.Infill gap) {
        return gap.context().isEmpty() ? gap.prefix() : gap.context() + "\n" + gap.prefix();
    }

    private Outgoing streamed(String path, ObjectNode body, Sampling sampling) {
        body.put("stream", true);
        if (dialect != Dialect.MISTRAL) {
            body.putObject("stream_options").put("include_usage", true);
        }
        body.put(dialect == Dialect.OPENAI ? "max_completion_tokens" : "max_tokens", sampling.maxTokens());
        if (!isReasoner()) {
            body.put("temperature", sampling.temperature());
            if (sampling.temperature() > 0) {
                body.put(dialect == Dialect.MISTRAL ? "random_seed" : "seed", seed(sampling));
            }
            stops(body, sampling.stops());
        }
        return post(address.resolve(path), body, Framing.EVENTS);
    }

    /** OpenAI's reasoning models refuse to be told how to sample and where to stop. */
    private boolean isReasoner() {
        return dialect == Dialect.OPENAI && model.matches("(o[0-9]|gpt-[5-9]).*");
    }

    /** Servers differ in how large a seed may be; 31 bits fit everywhere. */
    static long seed(Sampling sampling) {
        return sampling.seed() & Integer.MAX_VALUE;
    }

    private static void stops(ObjectNode body, List<String> stops) {
        List<String> sent =
                stops.stream().filter(stop -> !stop.isEmpty()).limit(MOST_STOPS).toList();
        if (!sent.isEmpty()) {
            body.set("stop", Json.texts(sent));
        }
    }

    private Outgoing llamaInfill(Prompt.Infill gap, Sampling sampling) {
        ObjectNode body = Json.object().put("model", model);
        body.put("input_prefix", Json.text(gap.prefix())).put("input_suffix", infill ? Json.text(gap.suffix()) : "");
        if (!gap.context().isEmpty()) {
            body.putArray("input_extra").addObject().put("filename", "context").put("text", Json.text(gap.context()));
        }
        body.put("n_predict", sampling.maxTokens()).put("temperature", sampling.temperature());
        if (sampling.temperature() > 0) {
            body.put("seed", seed(sampling));
        }
        stops(body, sampling.stops());
        body.put("cache_prompt", true).put("stream", true);
        return post(address.without("/v1").resolve("/infill"), body, Framing.EVENTS);
    }

    private Outgoing post(URI where, ObjectNode body, Framing framing) {
        return Outgoing.post(where, Map.of(), key, body, framing);
    }

    @Override
    public Reader reader(Prompt prompt) {
        return prompt instanceof Prompt.Infill && dialect == Dialect.LLAMA_SERVER
                ? OpenAiReaders::llama
                : OpenAiReaders::choices;
    }

    @Override
    public Outgoing embedding(List<String> texts) {
        ObjectNode body = Json.object().put("model", model);
        body.set("input", Json.texts(texts));
        return post(address.resolve("/embeddings"), body, Framing.DOCUMENT);
    }

    @Override
    public List<JsonNode> vectors(JsonNode answer) {
        return StreamSupport.stream(answer.path("data").spliterator(), false)
                .sorted((a, b) ->
                        Integer.compare(a.path("index").asInt(), b.path("index").asInt()))
                .map(entry -> entry.path("embedding"))
                .toList();
    }
}
