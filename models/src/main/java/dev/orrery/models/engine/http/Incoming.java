package dev.orrery.models.engine.http;

import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineException.Kind;
import dev.orrery.models.engine.http.Arrivals.Arrival;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An answer whose head is there. For one thread. Closing it before its end closes the connection. */
final class Incoming implements AutoCloseable {
    private static final int LARGEST = 64 << 20;

    private final Outgoing outgoing;
    private final HttpResponse<Arrivals> response;
    private final Watch watch;
    private long size;

    Incoming(Outgoing outgoing, HttpResponse<Arrivals> response, Watch watch) {
        this.outgoing = outgoing;
        this.response = response;
        this.watch = watch;
    }

    Outgoing request() {
        return outgoing;
    }

    String host() {
        return outgoing.address().getHost();
    }

    int status() {
        return response.statusCode();
    }

    HttpHeaders headers() {
        return response.headers();
    }

    boolean hasType(Framing framing) {
        String type = headers().firstValue("Content-Type").orElse("");
        return type.toLowerCase(Locale.ROOT).strip().startsWith(framing.contentType());
    }

    /** The next bytes; null at the end. */
    byte @Nullable [] next() throws EngineException {
        while (true) {
            watch.check();
            switch (arrival()) {
                case null -> {}
                case Arrivals.Bytes(byte[] bytes) -> {
                    size += bytes.length;
                    if (size > LARGEST) {
                        throw garbage("models.http.toolarge");
                    }
                    return bytes;
                }
                case Arrivals.Complete complete -> {
                    return null;
                }
                case Arrivals.Broken(Throwable reason) -> {
                    watch.check();
                    throw new EngineException(Kind.BROKEN_OFF, UserMessage.of("models.http.cut", host()), reason);
                }
            }
        }
    }

    private @Nullable Arrival arrival() {
        try {
            return response.body().take(Watch.STEP_MILLIS);
        } catch (InterruptedException interrupted) {
            throw Watch.interrupted();
        }
    }

    /**
     * All of the body as text, up to a size.
     *
     * @param limit bytes; what comes behind is left
     */
    String text(int limit) throws EngineException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] bytes = next();
        while (bytes != null && all.size() < limit) {
            all.writeBytes(bytes);
            bytes = next();
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** All of a body that must not be cut. */
    String text() throws EngineException {
        return text(Integer.MAX_VALUE);
    }

    EngineException garbage(String key) {
        return new EngineException(Kind.GARBAGE, UserMessage.of(key, host()));
    }

    EngineException cut() {
        return new EngineException(Kind.BROKEN_OFF, UserMessage.of("models.http.cut", host()));
    }

    @Override
    public void close() {
        response.body().close();
    }
}
