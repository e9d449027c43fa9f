package dev.orrery.app.feature.models;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A hub on this machine that speaks as Hugging Face's does and has one repository, {@code org/model}, with one file. */
final class SmallHub implements AutoCloseable {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    /** What was asked for, in the order of arrival. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    private final HttpServer server;

    SmallHub(String licence) throws IOException, NoSuchAlgorithmException {
        byte[] content = model();
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        Map<String, byte[]> answers = new ConcurrentHashMap<>();
        put(answers, "/api/models", "[{\"id\":\"org/model\",\"tags\":[\"license:%s\"],\"downloads\":7}]", licence);
        put(
                answers,
                "/api/models/org/model/revision/main",
                "{\"id\":\"org/model\",\"sha\":\"" + COMMIT + "\",\"tags\":[\"license:%s\"]}",
                licence);
        put(
                answers,
                "/api/models/org/model/tree/" + COMMIT,
                "[{\"type\":\"file\",\"oid\":\"" + COMMIT + "\",\"size\":24,\"path\":\"m.gguf\","
                        + "\"lfs\":{\"oid\":\"%s\",\"size\":24}}]",
                sha256);
        answers.put("/org/model/resolve/" + COMMIT + "/m.gguf", content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] answer = answers.getOrDefault(path, new byte[0]);
            exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    private static void put(Map<String, byte[]> answers, String path, String form, String argument) {
        answers.put(path, form.formatted(argument).getBytes(StandardCharsets.UTF_8));
    }

    /** A GGUF file that says nothing of itself and holds no tensor. */
    static byte[] model() {
        return ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("GGUF".getBytes(StandardCharsets.US_ASCII))
                .putInt(3)
                .array();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
