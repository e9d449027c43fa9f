package dev.orrery.app.feature.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.orrery.api.Cancellation;
import dev.orrery.app.control.TestWindow;
import dev.orrery.app.session.Tasks;
import dev.orrery.app.session.Threads;
import dev.orrery.base.AppFolders;
import dev.orrery.models.Consent;
import dev.orrery.models.Models;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.pool.ModelPool;
import dev.orrery.models.server.ServerAccount;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheet for servers, and a server on this machine that speaks OpenAI's wire format. */
@Tag("slow")
class ServerSheetTest {
    private static final String KEY = "sk-test-0123456789abcdef";

    @TempDir
    Path folder;

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Models models;
    private ModelsViewModel screen;
    private TestWindow window;

    @BeforeEach
    void open() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", exchange -> {
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            exchange.getRequestBody().readAllBytes();
            byte[] answer = """
                    data: {"choices":[{"index":0,"delta":{"content":"Good day"}}]}

                    data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

                    data: [DONE]

                    """.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        AppFolders folders = new AppFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        models = Models.open(folders, List.of(), Map.of(), trouble -> {});
        window = TestWindow.of(() -> {
            Threads threads = TestWindow.threads();
            ModelWords words = new ModelWords(TestWindow.context());
            Sheet card = new Sheet(words);
            screen = new ModelsViewModel(models, threads, new Tasks(threads), Consent.NOBODY);
            new ServerSheet(words, screen, card).show();
            return new StackPane(card);
        });
    }

    @AfterEach
    void close() {
        TestWindow.run(screen::close);
        window.close();
        models.close();
        server.stop(0);
    }

    @Test
    void aServerIsAddedItsKeyIsKeptApartAndItsModelAnswers() throws Exception {
        fill("http://127.0.0.1:" + server.getAddress().getPort() + "/v1", "echo", KEY);
        window.press("#server-add");
        TestWindow.until(
                "it is listed", () -> screen.rows(ModelsViewModel.Tab.CLOUD).size() == 1);
        assertFalse(window.has("#server-add"), "the sheet is closed");
        assertEquals(List.of(), authorizations, "adding asks nobody");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(text.contains(KEY), file.toString());
            }
        }
        String id = screen.rows(ModelsViewModel.Tab.CLOUD).getFirst().id();
        try (ModelPool.Lease lease = models.pool().lease(id, Cancellation.NEVER)) {
            Prompt prompt = new Prompt.Chat(List.of(new Prompt.Turn(Prompt.Speaker.USER, "Hello")));
            Sampling sampling = new Sampling(10, 0, List.of(), 0, Duration.ofSeconds(30));
            assertEquals(
                    "Good day",
                    lease.model()
                            .generate(prompt, sampling, piece -> {}, Cancellation.NEVER)
                            .text());
        }
        assertEquals(List.of("Bearer " + KEY), authorizations);
    }

    @Test
    void whatCannotBeRightIsSaidAndNothingIsKept() {
        for (String address : List.of("http://models.example/v1", "no address", "ftp://127.0.0.1/")) {
            fill(address, "echo", KEY);
            window.press("#server-add");
            assertTrue(window.has(".danger"), address);
        }
        fill("https://models.example/v1", " ", KEY);
        window.press("#server-add");
        assertTrue(window.has("#server-add"), "the question stays");
        assertEquals(List.of(), models.servers().all());
    }

    private void fill(String address, String model, String key) {
        ChoiceBox<ServerAccount.Kind> kind = window.find(".choice-box");
        TextField where = window.find("#server-address");
        TextField name = window.find("#server-model");
        TextField secret = window.find("#server-key");
        TestWindow.run(() -> {
            kind.setValue(ServerAccount.Kind.OPENAI);
            where.setText(address);
            name.setText(model);
            secret.setText(key);
        });
    }
}
