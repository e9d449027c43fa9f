package dev.orrery.models.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Tells {@link Metrics} at {@code http://127.0.0.1:PORT/metrics} to programs of this machine, and nothing else to anybody. */
public final class MetricsServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;

    private MetricsServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Begins to listen.
     *
     * @param port 0 for one that is free
     */
    public static MetricsServer start(int port, Metrics metrics) throws OrreryException {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            ExecutorService threads = Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("metrics-", 0).factory());
            server.createContext("/", exchange -> answer(exchange, metrics));
            server.setExecutor(threads);
            server.start();
            return new MetricsServer(server, threads);
        } catch (IOException taken) {
            throw new OrreryException(UserMessage.of("models.metrics.port", Integer.toString(port)), taken);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, Metrics metrics) throws IOException {
        try (exchange) {
            if (!isForUs(exchange.getRequestHeaders().getFirst("Host"))) {
                exchange.sendResponseHeaders(403, -1);
            } else if (!exchange.getRequestURI().getPath().equals("/metrics")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(405, -1);
            } else {
                byte[] text = metrics.text().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                exchange.sendResponseHeaders(200, text.length);
                exchange.getResponseBody().write(text);
            }
        }
    }

    /** A web page whose name was made to lead here (DNS rebinding) still sends its own name. */
    private static boolean isForUs(@Nullable String host) {
        return host != null && Set.of("127.0.0.1", "localhost", "[::1]").contains(host.replaceFirst(":\\d+$", ""));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
