package dev.orrery.models.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineException.Kind;
import dev.orrery.models.engine.Generation.End;

/** Reads the streams of servers that speak OpenAI's interface. */
final class OpenAiReaders {
    private OpenAiReaders() {}

    /** Chunks of chat completions ({@code delta.content}, also Mistral's) and of completions ({@code text}). */
    static boolean choices(String message, Answer answer) throws EngineException {
        if (message.strip().equals("[DONE]")) {
            return false;
        }
        JsonNode chunk = parse(message, answer);
        JsonNode choice = chunk.path("choices").path(0);
        JsonNode delta = choice.path("delta").path("content");
        answer.add(text(delta.isMissingNode() ? choice.path("text") : delta));
        String reason = choice.path("finish_reason").asText("");
        switch (reason) {
            case "", "null" -> {}
            case "length", "model_length" -> answer.end(End.LENGTH);
            case "content_filter" ->
                throw new EngineException(
                        Kind.REFUSED,
                        UserMessage.of("models.http.filtered", answer.incoming().host()));
            case "error" -> throw answer.incoming().cut();
            default -> answer.end(End.STOP);
        }
        JsonNode usage = chunk.path("usage");
        answer.count(
                usage.path("prompt_tokens").asInt(-1),
                usage.path("prompt_tokens_details").path("cached_tokens").asInt(-1),
                usage.path("completion_tokens").asInt(-1));
        return true;
    }

    /** A text, nothing, or Mistral's list of parts. */
    private static String text(JsonNode content) {
        if (!content.isArray()) {
            return content.isTextual() ? content.asText() : "";
        }
        StringBuilder joined = new StringBuilder();
        content.forEach(part -> joined.append(part.path("text").asText("")));
        return joined.toString();
    }

    /** The chunks of llama.cpp's own completions. */
    static boolean llama(String message, Answer answer) throws EngineException {
        JsonNode chunk = parse(message, answer);
        answer.add(text(chunk.path("content")));
        if (!chunk.path("stop").asBoolean()) {
            return true;
        }
        answer.end(chunk.path("stop_type").asText().equals("limit") ? End.LENGTH : End.STOP);
        answer.count(
                chunk.path("tokens_evaluated").asInt(-1),
                chunk.path("timings").path("cache_n").asInt(-1),
                chunk.path("tokens_predicted").asInt(-1));
        return false;
    }

    /** A message that is a JSON object and no error. */
    static JsonNode parse(String message, Answer answer) throws EngineException {
        JsonNode chunk = Json.read(message);
        if (!chunk.isObject()) {
            throw answer.incoming().garbage("models.http.garbage");
        }
        boolean bareError = chunk.has("code") && chunk.has("message") && chunk.has("type");
        if (chunk.hasNonNull("error") || bareError) {
            throw Refusal.inStream(answer.incoming().request(), chunk);
        }
        return chunk;
    }
}
