package dev.orrery.models.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orrery.models.engine.WireRequest;
import dev.orrery.models.keys.ApiKey;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request before it goes out.
 *
 * @param address where to
 * @param headers all but the one with the key
 * @param key the one with the key
 * @param body sent by POST; without one it is a GET
 * @param framing of the answer
 */
record Outgoing(
        URI address, Map<String, String> headers, Optional<KeyHeader> key, Optional<byte[]> body, Framing framing) {

    /**
     * The header with the key.
     *
     * @param prefix stands before the key
     */
    record KeyHeader(String name, String prefix, ApiKey key) {
        static KeyHeader bearer(ApiKey key) {
            return new KeyHeader("Authorization", "Bearer ", key);
        }
    }

    static Outgoing post(
            URI address, Map<String, String> more, Optional<KeyHeader> key, JsonNode body, Framing framing) {
        Map<String, String> headers = new TreeMap<>(more);
        headers.put("Content-Type", "application/json");
        headers.put("Accept", framing.contentType());
        headers.put("User-Agent", "Orrery");
        return new Outgoing(address, headers, key, Optional.of(Json.bytes(body)), framing);
    }

    static Outgoing get(URI address, Optional<KeyHeader> key) {
        Map<String, String> headers = Map.of("Accept", Framing.DOCUMENT.contentType(), "User-Agent", "Orrery");
        return new Outgoing(address, headers, key, Optional.empty(), Framing.DOCUMENT);
    }

    /** For the user's eyes. */
    WireRequest shown() {
        Map<String, String> shown = new TreeMap<>(headers);
        key.ifPresent(header -> shown.put(header.name(), header.prefix() + ApiKey.DOTS));
        return new WireRequest(address, shown, body.orElse(new byte[0]));
    }

    /** A text with the key taken out, wherever it stands. */
    String hideKey(String text) {
        return key.map(header -> header.key().hideIn(text)).orElse(text);
    }

    HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        headers.forEach(request::setHeader);
        key.ifPresent(header ->
                request.setHeader(header.name(), header.prefix() + header.key().reveal()));
        body.ifPresent(bytes -> request.POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
        return request.build();
    }
}
