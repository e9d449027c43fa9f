package dev.orrery.models.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineException.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an answer means that is not the one that was asked for: by its status, and by the error in its body. */
final class Refusal {
    private static final int LARGEST = 64 << 10;
    private static final int LONGEST_SENTENCE = 200;

    private Refusal() {}

    /** Reads the body of an answer whose status is not 200. */
    static EngineException of(Incoming incoming, Instant now) throws EngineException {
        int status = incoming.status();
        if (status >= 300 && status < 400) {
            return redirected(incoming);
        }
        JsonNode body = Json.read(incoming.text(LARGEST));
        Duration wish = RetryAfter.in(incoming.headers(), now).orElse(null);
        return new Complaint(incoming.request(), body, Integer.toString(status)).exception(status, wish);
    }

    /** An error that came in the middle of a stream. */
    static EngineException inStream(Outgoing request, JsonNode message) {
        Complaint complaint = new Complaint(request, message, "");
        return complaint.exception(complaint.status(), null);
    }

    private static EngineException redirected(Incoming incoming) {
        String to =
                incoming.headers().firstValue("Location").flatMap(Refusal::host).orElse("?");
        return new EngineException(Kind.UNAVAILABLE, UserMessage.of("models.http.redirected", incoming.host(), to));
    }

    private static Optional<String> host(String location) {
        try {
            return Optional.ofNullable(URI.create(location).getHost()).map(Refusal::bounded);
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    private static String bounded(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= LONGEST_SENTENCE ? line : line.substring(0, LONGEST_SENTENCE) + "…";
    }

    /** An error as the providers write it: {@code error} with {@code type}, {@code code} and {@code message}, or a plain text. */
    private static final class Complaint {
        private final String host;
        private final String statusShown;
        private final String names;
        private final String sentence;

        Complaint(Outgoing request, JsonNode body, String statusShown) {
            JsonNode error = body.path("error").isObject() ? body.path("error") : body;
            String text = Stream.of(
                            error.path("message"), body.path("error"), body.path("message"), body.path("detail"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .findFirst()
                    .orElse("");
            host = request.address().getHost();
            sentence = text.isBlank() ? "" : "“" + bounded(request.hideKey(text)) + "”";
            names = (error.path("type").asText() + " " + error.path("code").asText()).toLowerCase(Locale.ROOT);
            this.statusShown = statusShown;
        }

        /** The status that a server would have sent, had it known before the stream began. */
        int status() {
            if (names.contains("overloaded")) {
                return 529;
            }
            if (names.contains("rate_limit")) {
                return 429;
            }
            if (names.contains("authentication") || names.contains("permission")) {
                return 401;
            }
            return names.contains("invalid_request") || names.contains("exceed_context") ? 400 : 500;
        }

        EngineException exception(int status, @Nullable Duration wish) {
            return switch (status) {
                case 401, 403 -> make(Kind.REFUSED, "models.http.key", null);
                case 402 -> make(Kind.REFUSED, "models.http.account", null);
                case 404, 405, 410 -> make(Kind.BAD_MODEL, "models.http.missing", null);
                case 413 -> make(Kind.TOO_LONG, "models.http.toolong", null);
                case 429 ->
                    names.contains("insufficient_quota")
                            ? make(Kind.REFUSED, "models.http.account", null)
                            : make(Kind.OVERLOADED, "models.http.busy", wish);
                case 408, 503, 529 -> make(Kind.OVERLOADED, "models.http.busy", wish);
                default -> {
                    if (status >= 500) {
                        yield make(Kind.BROKEN_OFF, "models.http.failed", wish);
                    }
                    yield isTooLong()
                            ? make(Kind.TOO_LONG, "models.http.toolong", null)
                            : make(Kind.REFUSED, "models.http.refused", null);
                }
            };
        }

        private boolean isTooLong() {
            String said = sentence.toLowerCase(Locale.ROOT);
            return names.contains("context_length")
                    || names.contains("exceed_context")
                    || Stream.of("context length", "context size", "context window", "prompt is too long")
                            .anyMatch(said::contains);
        }

        private EngineException make(Kind kind, String key, @Nullable Duration wish) {
            return new EngineException(kind, UserMessage.of(key, host, statusShown, sentence), wish, null);
        }
    }
}
