package dev.orrery.models.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orrery.models.engine.http.ScriptedServer.Reply;
import dev.orrery.models.engine.http.ScriptedServer.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Speaks the wire format of every provider, with a silly model behind it that says the same thing over and over. */
final class FakeProvider implements ScriptedServer.Script {
    private static final List<String> TOKENS =
            List.of("re", "turn", " \"", "Grüße", ", 😀", "\" +", " name", ";\n", "  ", "}\n");
    private static final int CHUNK = 7;

    @Override
    public void answer(Request request, Reply reply) throws IOException {
        JsonNode body = request.json();
        switch (request.path()) {
            case "/v1/chat/completions" -> choices(body, "delta", reply);
            case "/v1/completions" -> choices(body, "text", reply);
            case "/v1/fim/completions" -> choices(body, "delta", reply);
            case "/infill" -> llama(body, reply);
            case "/v1/messages" -> anthropic(body, reply);
            case "/v1/embeddings" -> embeddings(body, reply);
            case "/api/generate", "/api/chat" -> ollama(request.path(), body, reply);
            case "/api/embed" -> ollamaEmbed(body, reply);
            case "/api/ps" ->
                reply.whole(
                        200,
                        "application/json; charset=utf-8",
                        "{\"models\":[{\"name\":\"tiny:latest\",\"model\":\"tiny:latest\",\"size\":123456,\"size_vram\":0}]}");
            default ->
                reply.whole(
                        404,
                        "application/json",
                        "{\"error\":{\"message\":\"no such path\",\"type\":\"not_found_error\"}}");
        }
    }

    /** What the model says: pieces, and whether the limit ended it. */
    private record Said(List<String> pieces, boolean cut) {}

    private static Said say(JsonNode body, int most, JsonNode stops) {
        boolean inMarks = body.toString().contains(Insertion.END);
        List<String> pieces = new ArrayList<>(inMarks ? List.of("Sure: ", "<inser", "tion>") : List.of());
        int own = pieces.size();
        StringBuilder text = new StringBuilder();
        for (int i = 0; pieces.size() < most; i++) {
            String token = TOKENS.get(i % TOKENS.size());
            text.append(token);
            for (JsonNode stop : stops) {
                int at = text.indexOf(stop.asText());
                if (at >= 0) {
                    List<String> kept = new ArrayList<>(pieces.subList(0, own));
                    kept.add(text.substring(0, at));
                    return new Said(kept, false);
                }
            }
            pieces.add(token);
        }
        return new Said(pieces.subList(0, most), true);
    }

    static String event(Object json) {
        return "data: " + json + "\n\n";
    }

    private static void choices(JsonNode body, String form, Reply reply) throws IOException {
        int most =
                body.path("max_completion_tokens").asInt(body.path("max_tokens").asInt());
        Said said = say(body, most, body.path("stop"));
        reply.chunked("text/event-stream; charset=utf-8");
        reply.dribble(": hello\r\n\r\n", CHUNK);
        for (String piece : said.pieces()) {
            reply.dribble(event(choice(form, piece, null)), CHUNK);
        }
        ObjectNode last = choice(form, "", said.cut() ? "length" : "stop");
        last.putObject("usage")
                .put("prompt_tokens", 17)
                .put("completion_tokens", said.pieces().size())
                .putObject("prompt_tokens_details")
                .put("cached_tokens", 5);
        reply.dribble(event(last) + "data: [DONE]\n\n", CHUNK);
        reply.end();
    }

    private static ObjectNode choice(String form, String piece, String finished) {
        ObjectNode chunk = Json.object().put("object", "chunk").put("model", "tiny");
        ObjectNode choice =
                chunk.putArray("choices").addObject().put("index", 0).put("finish_reason", finished);
        if (form.equals("text")) {
            choice.put("text", piece);
        } else {
            choice.putObject("delta").put("role", "assistant").put("content", piece);
        }
        return chunk;
    }

    private static void llama(JsonNode body, Reply reply) throws IOException {
        Said said = say(body, body.path("n_predict").asInt(), body.path("stop"));
        reply.chunked("text/event-stream");
        for (String piece : said.pieces()) {
            reply.dribble(event(Json.object().put("content", piece).put("stop", false)), CHUNK);
        }
        ObjectNode last = Json.object()
                .put("content", "")
                .put("stop", true)
                .put("stop_type", said.cut() ? "limit" : "word")
                .put("tokens_predicted", said.pieces().size())
                .put("tokens_evaluated", 17);
        last.putObject("timings").put("cache_n", 9);
        reply.dribble(event(last), CHUNK);
        reply.end();
    }

    private static void anthropic(JsonNode body, Reply reply) throws IOException {
        Said said = say(body, body.path("max_tokens").asInt(), body.path("stop_sequences"));
        reply.chunked("text/event-stream; charset=utf-8");
        named(
                reply,
                "message_start",
                "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[],\"model\":\"tiny\",\"stop_reason\":null,\"stop_sequence\":null,\"usage\":{\"input_tokens\":11,\"cache_creation_input_tokens\":2,\"cache_read_input_tokens\":4,\"output_tokens\":1}}}");
        named(
                reply,
                "content_block_start",
                "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}");
        named(reply, "ping", "{\"type\": \"ping\"}");
        for (String piece : said.pieces()) {
            ObjectNode delta = Json.object().put("type", "content_block_delta").put("index", 0);
            delta.putObject("delta").put("type", "text_delta").put("text", piece);
            named(reply, "content_block_delta", delta.toString());
        }
        named(reply, "content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}");
        ObjectNode end = Json.object().put("type", "message_delta");
        end.putObject("delta")
                .put("stop_reason", said.cut() ? "max_tokens" : "stop_sequence")
                .putNull("stop_sequence");
        end.putObject("usage").put("output_tokens", said.pieces().size());
        named(reply, "message_delta", end.toString());
        named(reply, "message_stop", "{\"type\":\"message_stop\"}");
        reply.end();
    }

    private static void named(Reply reply, String name, String data) throws IOException {
        reply.dribble("event: " + name + "\n" + event(data), CHUNK);
    }

    private static void ollama(String path, JsonNode body, Reply reply) throws IOException {
        if (!body.path("model").asText().equals("tiny")) {
            reply.whole(
                    404,
                    "application/json; charset=utf-8",
                    "{\"error\":\"model '" + body.path("model").asText() + "' not found\"}");
            return;
        }
        if (!body.path("stream").asBoolean(true)) {
            reply.whole(
                    200,
                    "application/json; charset=utf-8",
                    "{\"model\":\"tiny\",\"response\":\"\",\"done\":true,\"done_reason\":\"load\"}");
            return;
        }
        Said said = say(
                body,
                body.path("options").path("num_predict").asInt(),
                body.path("options").path("stop"));
        reply.chunked("application/x-ndjson");
        for (String piece : said.pieces()) {
            reply.dribble(ollamaPiece(path, piece).put("done", false) + "\n", CHUNK);
        }
        reply.dribble(
                ollamaPiece(path, "")
                                .put("done", true)
                                .put("done_reason", said.cut() ? "length" : "stop")
                                .put("prompt_eval_count", 17)
                                .put("eval_count", said.pieces().size())
                        + "\n",
                CHUNK);
        reply.end();
    }

    private static ObjectNode ollamaPiece(String path, String piece) {
        ObjectNode chunk = Json.object().put("model", "tiny").put("created_at", "2026-11-21T00:00:00Z");
        if (path.equals("/api/generate")) {
            return chunk.put("response", piece);
        }
        chunk.putObject("message").put("role", "assistant").put("content", piece);
        return chunk;
    }

    private static void embeddings(JsonNode body, Reply reply) throws IOException {
        ObjectNode answer = Json.object().put("object", "list");
        var data = answer.putArray("data");
        // In any order: the index counts.
        for (int i = body.path("input").size() - 1; i >= 0; i--) {
            data.addObject()
                    .put("index", i)
                    .putArray("embedding")
                    .add(body.path("input").get(i).asText().hashCode() / 1e9)
                    .add(0.5);
        }
        reply.whole(200, "application/json", answer.toString());
    }

    private static void ollamaEmbed(JsonNode body, Reply reply) throws IOException {
        ObjectNode answer = Json.object().put("model", "tiny");
        var vectors = answer.putArray("embeddings");
        body.path("input")
                .forEach(text ->
                        vectors.addArray().add(text.asText().hashCode() / 1e9).add(0.5));
        reply.whole(200, "application/json; charset=utf-8", answer.toString());
    }
}
