package dev.orrery.models.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.models.catalog.Price;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.EngineStatus;
import dev.orrery.models.engine.Engines;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.engine.http.Dialect;
import dev.orrery.models.keys.ApiKey;
import dev.orrery.models.keys.KeyStore;
import dev.orrery.models.server.ServerAccount.Kind;
import dev.orrery.models.server.ServerAccount.ServerModel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAccountsTest {
    private static final ApiKey KEY = new ApiKey("sk-secret");
    private static final ServerModel CODESTRAL = new ServerModel(
            "codestral-latest",
            new Capabilities(Set.of(ModelTask.COMPLETION, ModelTask.CHAT), true, 256_000),
            Optional.of(new Price(300_000, 900_000, LocalDate.of(2026, 11, 1))));
    private static final ServerAccount MISTRAL = new ServerAccount(
            "work", Kind.OPENAI, Dialect.MISTRAL, URI.create("https://api.mistral.ai/v1"), List.of(CODESTRAL));
    private static final ServerAccount OLLAMA = new ServerAccount(
            "here",
            Kind.OLLAMA,
            Dialect.COMPATIBLE,
            URI.create("http://127.0.0.1:11434"),
            List.of(new ServerModel(
                    "org/qwen2.5-coder:1.5b",
                    new Capabilities(Set.of(ModelTask.EMBEDDING), false, 32_768),
                    Optional.empty())));

    private static final class Keys implements KeyStore {
        private final Map<String, ApiKey> keys = new HashMap<>();

        @Override
        public UserMessage place() {
            return UserMessage.of("models.keys.place.keychain");
        }

        @Override
        public Optional<ApiKey> find(String name) {
            return Optional.ofNullable(keys.get(name));
        }

        @Override
        public void put(String name, ApiKey key) {
            keys.put(name, key);
        }

        @Override
        public void remove(String name) {
            keys.remove(name);
        }
    }

    private final Keys keys = new Keys();

    @TempDir
    Path folder;

    private ServerAccounts read() {
        return new ServerAccounts(folder, () -> keys);
    }

    private static List<EngineStatus> statuses(ServerAccounts accounts) {
        try (Engines engines = new Engines(ServerEngines.of(accounts))) {
            return engines.statuses();
        }
    }

    @Test
    void noneIsConfiguredAtFirst() {
        ServerAccounts accounts = read();
        assertEquals(List.of(), accounts.all());
        assertEquals(Optional.empty(), accounts.notice());
        assertEquals(
                List.of("djl", "gguf", "openai", "anthropic", "ollama", "ngram"),
                statuses(accounts).stream().map(EngineStatus::id).toList());
        for (EngineStatus status : statuses(accounts).subList(2, 5)) {
            assertTrue(status.runs());
            assertEquals(UserMessage.of("models.http.status", 0), status.reason());
        }
    }

    @Test
    void whatIsPutIsReadAgain() throws Exception {
        read().put(MISTRAL);
        ServerAccounts accounts = read();
        accounts.put(OLLAMA);
        assertEquals(List.of(MISTRAL, OLLAMA), accounts.all());
        assertEquals(List.of(MISTRAL, OLLAMA), read().all());
        assertEquals(
                UserMessage.of("models.http.status", 1), statuses(read()).get(2).reason());
        accounts.remove("work");
        assertEquals(List.of(OLLAMA), read().all());
        assertEquals(
                "here/org/qwen2.5-coder:1.5b", OLLAMA.modelId(OLLAMA.models().getFirst()));
    }

    @Test
    void aFileWrittenByHandIsRead() throws IOException {
        Files.writeString(folder.resolve("servers.json"), """
                {"version": 1, "accounts": [{"id": "work", "kind": "openai", "address": "https://api.mistral.ai/v1",
                  "models": [{"name": "codestral-latest", "tasks": ["completion", "chat"], "infill": true, "contextTokens": 256000,
                    "price": {"promptMicroDollars": 300000, "answerMicroDollars": 900000, "asOf": "2026-11-01"}}]}]}
                """);
        assertEquals(List.of(MISTRAL), read().all());
    }

    @Test
    void whatIsWrongIsSetAsideAndSaid() throws IOException {
        String good =
                "{\"version\":1,\"accounts\":[{\"id\":\"a\",\"kind\":\"openai\",\"address\":\"https://example.com\",\"models\":[{\"name\":\"m\",\"tasks\":[\"chat\"],\"infill\":false,\"contextTokens\":10,\"price\":{\"promptMicroDollars\":1,\"answerMicroDollars\":1,\"asOf\":\"2026-01-01\"}}]}]}";
        Files.writeString(folder.resolve("servers.json"), good);
        assertEquals(1, read().all().size());
        List<String> wrong = List.of(
                "",
                "[]",
                "{\"version\":2,\"accounts\":[]}",
                "[".repeat(100_000),
                good.replace("https://example.com", "http://example.com"),
                good.replace("https://example.com", "https://me:you@example.com"),
                good.replace("\"id\":\"a\"", "\"id\":\"../a\""),
                good.replace("\"openai\"", "\"telepathy\""),
                good.replace("\"chat\"", "\"war\""),
                good.replace("[\"chat\"]", "[]"),
                good.replace(":10,", ":-1,"),
                good.replace(":10,", ":99999999999,"),
                good.replace("MicroDollars\":1,", "MicroDollars\":-1,"),
                good.replace("2026-01-01", "yesterday"),
                good.replace("\"name\":\"m\"", "\"name\":\"\\u0007\""),
                good.substring(0, good.length() - 3));
        for (String text : wrong) {
            Files.writeString(folder.resolve("servers.json"), text);
            ServerAccounts accounts = read();
            assertEquals(List.of(), accounts.all(), text);
            assertEquals(
                    "models.server.damaged", accounts.notice().orElseThrow().key(), text);
            assertFalse(Files.exists(folder.resolve("servers.json")));
        }
    }

    @Test
    void aKeyGoesOnlyToTheServerItWasEnteredFor() throws Exception {
        ServerAccounts accounts = read();
        accounts.put(MISTRAL);
        assertEquals("work@https://api.mistral.ai", MISTRAL.keyName());
        keys.put(MISTRAL.keyName(), KEY);
        ModelSource.Server source = MISTRAL.source(CODESTRAL);
        assertEquals(Optional.of(KEY), accounts.access(source).key());
        assertEquals(Dialect.MISTRAL, accounts.access(source).dialect());
        URI elsewhere = URI.create("https://mistral.example.com/v1");
        assertEquals(
                Optional.empty(),
                accounts.access(new ModelSource.Server(source.id(), elsewhere, source.name(), source.capabilities()))
                        .key());
        accounts.put(new ServerAccount("work", Kind.OPENAI, Dialect.MISTRAL, elsewhere, List.of(CODESTRAL)));
        assertEquals(
                Optional.empty(),
                accounts.access(new ModelSource.Server(source.id(), elsewhere, source.name(), source.capabilities()))
                        .key());
        accounts.put(MISTRAL);
        accounts.remove("work");
        assertEquals(Map.of(), keys.keys);
    }

    @Test
    void whereNothingCanBeWrittenTheAccountsStayAsTheyWere() throws Exception {
        ServerAccounts accounts = new ServerAccounts(folder.resolve("config"), () -> keys);
        Files.writeString(folder.resolve("config"), "a file where a folder should be");
        assertThrows(OrreryException.class, () -> accounts.put(MISTRAL));
        assertEquals(List.of(), accounts.all());
    }

    @Test
    void enginesAreClosedTogether() {
        List<Engine> made = ServerEngines.of(read());
        new Engines(made).close();
        ModelSource.Server source = MISTRAL.source(CODESTRAL);
        for (Engine engine : made) {
            assertThrows(
                    dev.orrery.models.engine.EngineException.class,
                    () -> engine.load(
                            source,
                            new dev.orrery.models.engine.LoadOptions(0, 1, 0),
                            dev.orrery.base.Progress.SILENT,
                            dev.orrery.api.Cancellation.NEVER));
        }
    }
}
