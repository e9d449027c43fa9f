package dev.orrery.models.engine.http;

import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One request out, the head of its answer back. Safe from any thread; the client is made for the first request. */
final class Transport implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private final ProxySelector proxies;
    private @Nullable HttpClient client;
    private boolean closed;

    Transport(ProxySelector proxies) {
        this.proxies = proxies;
    }

    /** Plain HTTP/1.1: there a connection that is closed is the sign that an answer is no longer wanted. */
    private synchronized HttpClient client() throws EngineException {
        if (closed) {
            throw new EngineException(Kind.UNAVAILABLE, UserMessage.of("models.http.closed"));
        }
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECTING)
                    .proxy(proxies)
                    .build();
        }
        return client;
    }

    /**
     * Sends, and waits for the head of the answer.
     *
     * @return must be closed
     */
    Incoming send(Outgoing outgoing, Watch watch) throws EngineException {
        watch.check();
        CompletableFuture<HttpResponse<Arrivals>> coming;
        try {
            coming = client().sendAsync(outgoing.request(), head -> new Arrivals());
        } catch (IllegalArgumentException setting) {
            throw new EngineException(Kind.UNAVAILABLE, UserMessage.of("models.http.proxy"), setting);
        }
        boolean taken = false;
        try {
            HttpResponse<Arrivals> response = await(coming, outgoing, watch);
            taken = true;
            watch.answered();
            return new Incoming(outgoing, response, watch);
        } finally {
            if (!taken) {
                coming.cancel(true);
                // It may have come in the same moment.
                CompletableFuture<Void> unused =
                        coming.thenAccept(late -> late.body().close());
            }
        }
    }

    private static HttpResponse<Arrivals> await(
            CompletableFuture<HttpResponse<Arrivals>> coming, Outgoing outgoing, Watch watch) throws EngineException {
        while (true) {
            try {
                return coming.get(Watch.STEP_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                watch.check();
            } catch (InterruptedException interrupted) {
                throw Watch.interrupted();
            } catch (ExecutionException failed) {
                throw failure(outgoing, failed.getCause());
            }
        }
    }

    private static EngineException failure(Outgoing outgoing, @Nullable Throwable reason) {
        String host = outgoing.address().getHost();
        return switch (reason) {
            case HttpConnectTimeoutException late ->
                new EngineException(Kind.UNAVAILABLE, UserMessage.of("models.http.unreachable.slow", host), late);
            case ConnectException refused
            when isUnknownHost(refused) ->
                new EngineException(Kind.UNAVAILABLE, UserMessage.of("models.http.unreachable.unknown", host), refused);
            case ConnectException refused ->
                new EngineException(Kind.UNAVAILABLE, UserMessage.of("models.http.unreachable", host), refused);
            case SSLException untrusted ->
                new EngineException(Kind.UNAVAILABLE, UserMessage.of("models.http.untrusted", host), untrusted);
            case IOException tunnel
            when isTunnel(tunnel) ->
                new EngineException(Kind.UNAVAILABLE, UserMessage.of("models.http.proxy.refused", host), tunnel);
            case IOException broken ->
                new EngineException(Kind.BROKEN_OFF, UserMessage.of("models.http.cut", host), broken);
            case null, default ->
                new EngineException(Kind.UNAVAILABLE, UserMessage.of("models.http.unreachable", host), reason);
        };
    }

    /** The client has no type of its own for a proxy that does not let a request through. */
    private static boolean isTunnel(IOException reason) {
        return reason.getMessage() != null && reason.getMessage().startsWith("Tunnel failed");
    }

    private static boolean isUnknownHost(Throwable reason) {
        for (Throwable cause = reason; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.shutdownNow();
            client = null;
        }
    }
}
