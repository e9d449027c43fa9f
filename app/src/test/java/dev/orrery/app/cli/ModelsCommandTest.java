package dev.orrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.write(folder.resolve("Mine.gguf"), model());
    }

    /** A GGUF file that says nothing of itself and holds no tensor. */
    private static byte[] model() {
        return ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("GGUF".getBytes(StandardCharsets.US_ASCII))
                .putInt(3)
                .array();
    }

    @Test
    void aModelComesIsShownIsVerifiedAndGoes() throws IOException {
        CliRun added = run("models", "add", file.toString(), "--json");
        assertEquals(0, added.status(), added.err());
        assertFits("models-show", added);
        assertEquals("installed", object(added).get("state"));

        CliRun list = run("models", "list", "--json");
        assertFits("models-list", list);
        Map<?, ?> first = (Map<?, ?>) ((List<?>) object(list).get("models")).getFirst();
        assertEquals("mine", first.get("id"));
        assertEquals(24L, object(list).get("bytesOnDisk"));

        assertFits("models-show", run("models", "show", "mine", "--json"));
        assertFits("doctor", run("doctor", "--json"));
        assertTrue(run("doctor").out().contains("Model      mine, 0.00 GB"));
        assertTrue(run("models", "show", "mine").out().contains("Mine.gguf"));
        assertFits("models-verify", run("models", "verify", "--json"));
        assertEquals(List.of("mine: sound"), run("models", "verify", "mine").lines());

        CliRun removed = run("models", "remove", "mine", "--json");
        assertFits("models-remove", removed);
        assertEquals(24L, object(removed).get("bytesFreed"));
        assertEquals(1, run("models", "remove", "mine").status());
        assertEquals(1, run("models", "verify").status());
    }

    @Test
    void aSmallerCopyStandsBesideTheOriginal() throws IOException {
        Path whole = Files.write(folder.resolve("Whole.gguf"), oneMatrix());
        assertEquals(0, run("models", "add", whole.toString()).status());
        CliRun made = run("models", "quantise", "whole", "--to", "q4_0", "--json");
        assertEquals(0, made.status(), made.err());
        assertFits("models-show", made);
        assertEquals("whole-q4_0", object(made).get("id"));
        assertEquals("Q4_0", object(made).get("quantisation"));
        assertEquals(0, run("models", "verify", "whole").status());
        CliRun again = run("models", "quantise", "whole-q4_0");
        assertEquals(3, again.status());
        assertTrue(again.err().contains("few bits already (Q4_0)"), again.err());
        assertEquals(2, run("models", "quantise", "whole", "--to", "q3").status());
        assertEquals(1, run("models", "quantise", "no-such-model").status());
    }

    /** A GGUF file with one matrix of 32 numbers. */
    private static byte[] oneMatrix() {
        byte[] name = "a.weight".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(96 + 4 * 32)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(model())
                .putLong(8, 1)
                .putLong(name.length)
                .put(name)
                .putInt(2)
                .putLong(32)
                .putLong(1)
                .array();
    }

    @Test
    void theListNamesWhatThereIs() {
        CliRun list = run("models", "list");
        assertEquals(0, list.status(), list.err());
        assertTrue(list.out().contains("qwen2.5-coder-1.5b-q4_k_m\tavailable\t1.12 GB\t"), list.out());
        assertTrue(list.out().contains("Gemma (to be accepted)"));
        assertTrue(list.out().contains("as of 20"));
        assertEquals(0, run("models", "show", "phi-4-mini").status());
    }

    @Test
    void damageIsAFailure() throws IOException {
        assertEquals(0, run("models", "add", file.toString()).status());
        Path here = folder.resolve("home/data/models/models/mine/files/Mine.gguf");
        here.toFile().setWritable(true);
        Files.write(here, new byte[] {1, 2, 3});
        CliRun verified = run("models", "verify", "--json");
        assertEquals(3, verified.status());
        assertFits("models-verify", verified);
        assertTrue(run("models", "list").out().contains("mine\tdamaged"));
    }

    @Test
    void whatIsNoModelIsRefusedWithTheReason() throws IOException {
        Path pickle = Files.write(folder.resolve("model.pt"), new byte[] {(byte) 0x80, 2, '.', 0});
        CliRun run = run("models", "add", pickle.toString());
        assertEquals(3, run.status());
        assertTrue(run.err().contains("pickle"), run.err());
        assertEquals(2, run("models", "add", "no such thing").status());
        assertEquals(1, run("models", "show", "no-such-model").status());
        assertEquals(2, run("models").status());
        assertEquals(2, run("models", "fly").status());
    }

    @Test
    void aModelComesFromAHub() throws Exception {
        HttpServer hub = hub("gemma");
        try {
            String address = "http://127.0.0.1:" + hub.getAddress().getPort();
            CliRun asked = run("models", "add", "org/model/m.gguf", "--hub", address);
            assertEquals(2, asked.status(), asked.err());
            assertTrue(asked.err().contains("gemma") && asked.err().contains("--accept-licence"), asked.err());
            CliRun added = run("models", "add", "org/model/m.gguf", "--hub", address, "--accept-licence", "--json");
            assertEquals(0, added.status(), added.err());
            assertFits("models-show", added);
            assertEquals(COMMIT, object(added).get("revision"));
            assertTrue(object(added).get("accepted") instanceof String);
        } finally {
            hub.stop(0);
        }
        assertEquals(
                3,
                run("models", "add", "org/model", "--hub", "http://hub.example").status());
    }

    private static HttpServer hub(String licence) throws Exception {
        byte[] content = model();
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        Map<String, byte[]> answers = Map.of(
                "/api/models/org/model/revision/main",
                "{\"id\":\"org/model\",\"sha\":\"%s\",\"tags\":[\"license:%s\"]}"
                        .formatted(COMMIT, licence)
                        .getBytes(StandardCharsets.UTF_8),
                "/api/models/org/model/tree/" + COMMIT,
                "[{\"type\":\"file\",\"oid\":\"%s\",\"size\":24,\"path\":\"m.gguf\",\"lfs\":{\"oid\":\"%s\",\"size\":24}}]"
                        .formatted(COMMIT, sha256)
                        .getBytes(StandardCharsets.UTF_8),
                "/org/model/resolve/" + COMMIT + "/m.gguf",
                content);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = answers.getOrDefault(exchange.getRequestURI().getPath(), new byte[0]);
            exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void assertFits(String schema, CliRun run) throws IOException {
        assertEquals(List.of(), JsonSchema.of(schema).faults(Json.parse(run.out())), run.out());
    }

    private static Map<?, ?> object(CliRun run) throws IOException {
        return (Map<?, ?>) Json.parse(run.out());
    }

    private CliRun run(String... arguments) {
        return CliRun.of(folder.resolve("home"), arguments);
    }
}
