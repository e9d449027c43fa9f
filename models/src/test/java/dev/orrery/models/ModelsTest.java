package dev.orrery.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.AppFolders;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
    @TempDir
    Path folder;

    private Models models;

    @BeforeEach
    void open() {
        models = opened(Map.of());
    }

    private Models opened(Map<String, String> environment) {
        AppFolders folders = new AppFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        return Models.open(folders, List.of(), environment, trouble -> {});
    }

    @AfterEach
    void close() {
        models.close();
    }

    @Test
    void whatNoEngineHereRunsIsSaidAndNotRecommended() throws OrreryException {
        Shelf shelf = models.shelf();
        UserMessage why = shelf.offered("qwen3-embedding-0.6b-q8_0")
                .orElseThrow()
                .unable()
                .orElseThrow();
        assertEquals("models.gguf.toonew", why.key());
        assertTrue(
                shelf.offered("qwen2.5-coder-0.5b-q8_0").orElseThrow().unable().isEmpty());
        assertFalse(shelf.recommended().isEmpty());
        shelf.recommended()
                .forEach(each -> assertTrue(
                        shelf.offered(each.variant().id())
                                .orElseThrow()
                                .unable()
                                .isEmpty(),
                        each.variant().id()));
    }

    @Test
    void figuresAreToldOnlyWhileThatIsSwitchedOn() throws Exception {
        int port = free();
        assertThrows(ConnectException.class, () -> asked(port));
        models.choose(models.choices().withMetrics(port));
        assertTrue(asked(port).contains("# TYPE orrery_requests_total counter"));
        models.choose(models.choices().withMetrics(0));
        assertThrows(ConnectException.class, () -> asked(port));
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            OrreryException refused = assertThrows(
                    OrreryException.class, () -> models.choose(models.choices().withMetrics(taken.getLocalPort())));
            assertEquals("models.metrics.port", refused.userMessage().key());
        }
    }

    @Test
    void theLimitOfTheDiskIsChosenAndTheEnvironmentGoesBefore() throws OrreryException {
        assertEquals(0, models.quotaBytes());
        models.choose(models.choices().withQuota(20));
        try (Models later = opened(Map.of());
                Models told = opened(Map.of("ORRERY_MODELS_QUOTA", "3"))) {
            assertEquals(20, later.quotaBytes());
            assertEquals(3_000_000_000L, told.quotaBytes());
        }
    }

    @Test
    void aCatalogueIsTakenOnlyWhereItIsSoundAndNewer() throws Exception {
        assertRefused("models.hub.badaddress", "http://models.example/catalog.json");
        assertRefused("models.catalog.unreadable", folder.resolve("none.json").toString());
        assertRefused("models.catalog.unreadable", "http://127.0.0.1:" + free() + "/catalog.json");
        Path wrong = Files.writeString(folder.resolve("wrong.json"), "[]");
        assertRefused("models.catalog.wrong", wrong.toString());
    }

    private void assertRefused(String key, String from) {
        OrreryException refused =
                assertThrows(OrreryException.class, () -> models.updateCatalog(from, Cancellation.NEVER), from);
        assertEquals(key, refused.userMessage().key());
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String asked(int port) throws IOException {
        try (var in =
                URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
