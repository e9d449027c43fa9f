package dev.orrery.models.hub;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** Requests to a hub: redirects by its policy, cancellation, silence noticed. Safe from any thread. */
final class HubHttp implements AutoCloseable {
    private static final int MOST_REDIRECTS = 6;
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 20;

    private final HttpClient client;
    private final HubPolicy policy;
    private final Optional<String> token;
    private final Duration silence;

    /** @param silence how long no byte may come before a connection counts as broken */
    HubHttp(HubSettings settings, ProxySelector proxies, Duration silence) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .proxy(proxies)
                .build();
        this.policy = new HubPolicy(settings);
        this.token = settings.token();
        this.silence = silence;
    }

    /**
     * Asks, and follows redirects where the policy lets it.
     *
     * @param sink takes the body of an answer that is no redirect
     * @throws IOException where the connection broke; it may be tried again
     * @throws OrreryException where it must not be tried again
     */
    <T> HttpResponse<T> get(URI address, Map<String, String> headers, Sink<T> sink, Cancellation cancellation)
            throws IOException, OrreryException {
        policy.require(address);
        URI at = address;
        for (int redirect = 0; redirect <= MOST_REDIRECTS; redirect++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(at)
                    .header("User-Agent", "orrery")
                    .header("Accept-Encoding", "identity")
                    .GET();
            headers.forEach(request::header);
            if (token.isPresent() && policy.isHub(at)) {
                request.header("Authorization", "Bearer " + token.get());
            }
            HttpResponse<T> response = exchange(request.build(), sink, cancellation);
            if (!isRedirect(response.statusCode())) {
                return response;
            }
            at = policy.follow(at, response.headers().firstValue("Location").orElse(null));
        }
        throw new OrreryException(UserMessage.of("models.hub.redirects", address.getHost()));
    }

    /** Takes a body. */
    interface Sink<T> {
        /** Called once for each answer, before its body. */
        HttpResponse.BodySubscriber<T> open(HttpResponse.ResponseInfo info);

        /** Counts up with every piece that came. */
        LongSupplier pieces();

        /** Nobody waits any more: what still comes must change nothing. */
        void abandon();
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, Sink<T> sink, Cancellation cancellation)
            throws IOException {
        cancellation.throwIfRequested();
        CompletableFuture<HttpResponse<T>> future = start(request, sink);
        long pieces = -1;
        long heard = System.nanoTime();
        try {
            while (true) {
                try {
                    return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    cancellation.throwIfRequested();
                    long now = sink.pieces().getAsLong();
                    heard = now == pieces ? heard : System.nanoTime();
                    pieces = now;
                    if (System.nanoTime() - heard > silence.toNanos()) {
                        throw new IOException("nothing came for " + silence.toSeconds() + " s");
                    }
                }
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IOException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } finally {
            if (!future.isDone()) {
                sink.abandon();
                future.cancel(true);
            }
        }
    }

    private <T> CompletableFuture<HttpResponse<T>> start(HttpRequest request, Sink<T> sink) throws IOException {
        try {
            return client.sendAsync(
                    request,
                    info -> isRedirect(info.statusCode())
                            ? HttpResponse.BodySubscribers.mapping(
                                    HttpResponse.BodySubscribers.discarding(), none -> null)
                            : sink.open(info));
        } catch (IllegalArgumentException proxy) {
            throw new IOException(proxy);
        }
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    /** Seconds that the server asked to be left alone; dates are not understood. */
    static OptionalLong retryAfter(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
