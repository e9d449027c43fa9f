package dev.orrery.models.engine.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.base.Progress;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.WireRequest;
import dev.orrery.models.engine.http.ScriptedServer.Request;
import dev.orrery.models.keys.ApiKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What goes over the wire, byte for byte. */
class WireTest {
    private static final ApiKey KEY = new ApiKey("sk-very-secret-0123456789");
    private static final Prompt CHAT = new Prompt.Chat(List.of(
            new Prompt.Turn(Prompt.Speaker.SYSTEM, "Be brief."),
            new Prompt.Turn(Prompt.Speaker.USER, "Hello \"you\" 😀\uD83D"),
            new Prompt.Turn(Prompt.Speaker.MODEL, "Hello."),
            new Prompt.Turn(Prompt.Speaker.USER, "And?")));
    private static final Prompt GAP = new Prompt.Infill("// near", "int a = ", ";\n", "A.java");
    private static final Sampling COLD = new Sampling(9, 0, List.of("\n", "\n\n"), -1, Duration.ofMinutes(1));
    private static final Sampling WARM = new Sampling(9, 0.5, List.of(), -1, Duration.ofMinutes(1));

    private static Engine engine(String id, Dialect dialect) {
        Accounts accounts = ServerContract.accounts(Optional.of(KEY), dialect);
        return switch (id) {
            case "openai" -> new OpenAiEngine(accounts, ServerContract.DIRECT, InstantSource.system(), new Random());
            case "anthropic" ->
                new AnthropicEngine(accounts, ServerContract.DIRECT, InstantSource.system(), new Random());
            default -> new OllamaEngine(accounts, ServerContract.DIRECT, InstantSource.system(), new Random());
        };
    }

    private static LoadedModel load(Engine engine, URI address) throws EngineException {
        var can = engine.id().equals("anthropic") ? ServerContract.TEXT : ServerContract.ALL;
        return engine.load(
                new ModelSource.Server("test/tiny", address, "tiny", can),
                new LoadOptions(2048, 1, 0),
                Progress.SILENT,
                Cancellation.NEVER);
    }

    /** Generates and answers what the server got. */
    private static Request sent(String id, Dialect dialect, String path, Prompt prompt, Sampling sampling)
            throws Exception {
        try (ScriptedServer server = new ScriptedServer(new FakeProvider());
                Engine engine = engine(id, dialect);
                LoadedModel model = load(engine, server.address(path))) {
            model.generate(prompt, sampling, piece -> {}, Cancellation.NEVER);
            Request sent = server.requests().getLast();
            Outgoing outgoing = ((HttpModel) model).request(prompt, sampling);
            assertArrayEquals(outgoing.body().orElseThrow(), sent.body());
            assertEquals(outgoing.address().getPath(), sent.path());
            outgoing.headers()
                    .forEach((name, value) ->
                            assertEquals(value, sent.headers().get(name.toLowerCase(java.util.Locale.ROOT))));
            assertEquals(Optional.empty(), model.wire(prompt, sampling), "nothing leaves for a server on this machine");
            return sent;
        }
    }

    private static void assertSent(
            String id, Dialect dialect, Prompt prompt, Sampling sampling, String path, String body) throws Exception {
        Request sent = sent(id, dialect, id.equals("openai") ? "/v1" : "/", prompt, sampling);
        assertEquals(path, sent.path());
        assertEquals(body.strip(), sent.text());
        assertEquals("application/json", sent.headers().get("content-type"));
        assertEquals(
                id.equals("anthropic") ? KEY.reveal() : "Bearer " + KEY.reveal(),
                sent.headers().get(id.equals("anthropic") ? "x-api-key" : "authorization"));
        assertFalse(sent.headers().containsKey("upgrade"));
    }

    @Test
    void openAiChat() throws Exception {
        assertSent("openai", Dialect.COMPATIBLE, CHAT, COLD, "/v1/chat/completions", """
                {"model":"tiny","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello \\"you\\" 😀?"},{"role":"assistant","content":"Hello."},{"role":"user","content":"And?"}],"stream":true,"stream_options":{"include_usage":true},"max_tokens":9,"temperature":0.0,"stop":["\\n","\\n\\n"]}
                """);
        assertSent("openai", Dialect.OPENAI, CHAT, WARM, "/v1/chat/completions", """
                {"model":"tiny","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello \\"you\\" 😀?"},{"role":"assistant","content":"Hello."},{"role":"user","content":"And?"}],"stream":true,"stream_options":{"include_usage":true},"max_completion_tokens":9,"temperature":0.5,"seed":2147483647}
                """);
        assertSent("openai", Dialect.MISTRAL, CHAT, WARM, "/v1/chat/completions", """
                {"model":"tiny","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello \\"you\\" 😀?"},{"role":"assistant","content":"Hello."},{"role":"user","content":"And?"}],"stream":true,"max_tokens":9,"temperature":0.5,"random_seed":2147483647}
                """);
    }

    @Test
    void openAiInfill() throws Exception {
        assertSent("openai", Dialect.COMPATIBLE, GAP, COLD, "/v1/completions", """
                {"model":"tiny","prompt":"// near\\nint a = ","suffix":";\\n","stream":true,"stream_options":{"include_usage":true},"max_tokens":9,"temperature":0.0,"stop":["\\n","\\n\\n"]}
                """);
        assertSent("openai", Dialect.MISTRAL, GAP, COLD, "/v1/fim/completions", """
                {"model":"tiny","prompt":"// near\\nint a = ","suffix":";\\n","stream":true,"max_tokens":9,"temperature":0.0,"stop":["\\n","\\n\\n"]}
                """);
        assertSent("openai", Dialect.LLAMA_SERVER, GAP, COLD, "/infill", """
                {"model":"tiny","input_prefix":"int a = ","input_suffix":";\\n","input_extra":[{"filename":"context","text":"// near"}],"n_predict":9,"temperature":0.0,"stop":["\\n","\\n\\n"],"cache_prompt":true,"stream":true}
                """);
        Request byChat = sent("openai", Dialect.OPENAI, "/v1", GAP, COLD);
        assertTrue(byChat.text().contains("<file path=\\\"A.java\\\">\\nint a = <gap/>;\\n\\n</file>"), byChat.text());
    }

    @Test
    void anthropicMessages() throws Exception {
        assertSent(
                "anthropic",
                Dialect.COMPATIBLE,
                CHAT,
                new Sampling(9, 0.5, List.of("END", "\n"), 1, Duration.ofMinutes(1)),
                "/v1/messages",
                """
                {"model":"tiny","max_tokens":9,"stream":true,"system":"Be brief.","messages":[{"role":"user","content":"Hello \\"you\\" 😀?"},{"role":"assistant","content":"Hello."},{"role":"user","content":"And?"}],"stop_sequences":["END"]}
                """);
        Request sent = sent("anthropic", Dialect.COMPATIBLE, "/v1", GAP, COLD);
        assertEquals("/v1/messages", sent.path());
        assertEquals("2023-06-01", sent.headers().get("anthropic-version"));
        assertEquals("text/event-stream", sent.headers().get("accept"));
    }

    @Test
    void ollamaGenerateAndChat() throws Exception {
        assertSent("ollama", Dialect.COMPATIBLE, GAP, COLD, "/api/generate", """
                {"model":"tiny","prompt":"// near\\nint a = ","suffix":";\\n","stream":true,"keep_alive":"30m","options":{"num_ctx":2048,"num_predict":9,"temperature":0.0,"stop":["\\n","\\n\\n"]}}
                """);
        assertSent("ollama", Dialect.COMPATIBLE, CHAT, WARM, "/api/chat", """
                {"model":"tiny","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello \\"you\\" 😀?"},{"role":"assistant","content":"Hello."},{"role":"user","content":"And?"}],"stream":true,"keep_alive":"30m","options":{"num_ctx":2048,"num_predict":9,"temperature":0.5,"seed":2147483647}}
                """);
    }

    @Test
    void whatWouldLeaveIsShownWithTheKeyAsDots() throws Exception {
        try (Engine engine = engine("openai", Dialect.COMPATIBLE);
                LoadedModel model = load(engine, URI.create("https://models.example.com/v1/"))) {
            WireRequest wire = model.wire(CHAT, COLD).orElseThrow();
            assertEquals(URI.create("https://models.example.com/v1/chat/completions"), wire.address());
            assertEquals(
                    Map.of(
                            "Accept", "text/event-stream",
                            "Authorization", "Bearer " + ApiKey.DOTS,
                            "Content-Type", "application/json",
                            "User-Agent", "Orrery"),
                    wire.headers());
            assertEquals(
                    sent("openai", Dialect.COMPATIBLE, "/v1", CHAT, COLD).text(),
                    new String(wire.body(), StandardCharsets.UTF_8));
            assertEquals(0, model.memoryBytes());
            WireRequest vectors = model.wire(List.of("a", "b")).orElseThrow();
            assertEquals(URI.create("https://models.example.com/v1/embeddings"), vectors.address());
            assertEquals(
                    "{\"model\":\"tiny\",\"input\":[\"a\",\"b\"]}", new String(vectors.body(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void usageIsTheProviders() throws Exception {
        record Case(String id, Dialect dialect, Prompt prompt, int read, int reused) {}
        for (Case one : List.of(
                new Case("openai", Dialect.COMPATIBLE, CHAT, 17, 5),
                new Case("openai", Dialect.LLAMA_SERVER, GAP, 17, 9),
                new Case("anthropic", Dialect.COMPATIBLE, CHAT, 17, 4),
                new Case("ollama", Dialect.COMPATIBLE, GAP, 17, 0))) {
            try (ScriptedServer server = new ScriptedServer(new FakeProvider());
                    Engine engine = engine(one.id(), one.dialect());
                    LoadedModel model = load(engine, server.address(one.id().equals("openai") ? "/v1" : ""))) {
                var answer = model.generate(one.prompt(), WARM, piece -> {}, Cancellation.NEVER);
                assertEquals(one.read(), answer.promptTokens(), one.toString());
                assertEquals(one.reused(), answer.reusedTokens(), one.toString());
                assertEquals(9, answer.tokens(), one.toString());
            }
        }
    }

    @Test
    void ollamaLoadsAndUnloadsAtTheServer() throws Exception {
        try (ScriptedServer server = new ScriptedServer(new FakeProvider());
                Engine engine = engine("ollama", Dialect.COMPATIBLE)) {
            LoadedModel model = load(engine, server.address(""));
            assertEquals(
                    "{\"model\":\"tiny\",\"stream\":false,\"keep_alive\":\"30m\",\"options\":{\"num_ctx\":2048}}",
                    server.requests().getFirst().text());
            assertEquals(
                    "GET /api/ps",
                    server.requests().get(1).method() + " "
                            + server.requests().get(1).path());
            assertEquals(123456, model.memoryBytes());
            model.close();
            assertEquals(
                    "{\"model\":\"tiny\",\"stream\":false,\"keep_alive\":0}",
                    server.requests().getLast().text());
            assertEquals(0, model.memoryBytes());
        }
    }

    @Test
    void ollamaRefusesAModelThatItDoesNotHave() throws Exception {
        try (ScriptedServer server = new ScriptedServer(new FakeProvider());
                Engine engine = engine("ollama", Dialect.COMPATIBLE)) {
            ModelSource other = new ModelSource.Server("test/other", server.address(""), "other", ServerContract.ALL);
            EngineException refusal = assertThrows(
                    EngineException.class,
                    () -> engine.load(other, new LoadOptions(0, 1, 0), Progress.SILENT, Cancellation.NEVER));
            assertEquals(EngineException.Kind.BAD_MODEL, refusal.kind());
        }
    }

    @Test
    void aLoadThatIsCancelledLetsTheConnectionGo() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, reply) -> reply.beSilent());
                Engine engine = engine("ollama", Dialect.COMPATIBLE)) {
            ModelSource tiny = new ModelSource.Server("test/tiny", server.address(""), "tiny", ServerContract.ALL);
            Cancellation seen = () -> !server.requests().isEmpty();
            assertThrows(
                    CancellationException.class,
                    () -> engine.load(tiny, new LoadOptions(0, 1, 0), Progress.SILENT, seen));
            server.awaitGone();
        }
    }

    @Test
    void anthropicHasNoVectors() {
        try (Engine engine = engine("anthropic", Dialect.COMPATIBLE)) {
            ModelSource liar = new ModelSource.Server(
                    "test/liar", URI.create("https://api.anthropic.com"), "claude", ServerContract.ALL);
            assertThrows(
                    EngineException.class,
                    () -> engine.load(liar, new LoadOptions(0, 1, 0), Progress.SILENT, Cancellation.NEVER));
        }
    }
}
