package dev.orrery.models.hub;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Proxies;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches a catalogue from the address that the user gave: https, or this machine; redirects stay on that host; no token is sent. */
public final class CatalogDownload {
    private static final int LARGEST = 8_000_000;
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private CatalogDownload() {}

    /**
     * The bytes at an address; nobody has looked into them yet.
     *
     * @param environment of the process, for the names of proxies
     */
    public static byte[] of(String address, Map<String, String> environment, Cancellation cancellation)
            throws OrreryException {
        try {
            URI uri = new URI(address.strip());
            URI host = new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null);
            HubSettings settings = new HubSettings(host, List.of(), Optional.empty());
            new HubPolicy(settings).requireHub();
            try (HubHttp http = new HubHttp(settings, Proxies.of(environment), SILENCE)) {
                HttpResponse<byte[]> answer =
                        http.get(uri, Map.of("Accept", "application/json"), new TextSink(LARGEST), cancellation);
                if (answer.statusCode() != 200) {
                    throw new IOException("HTTP " + answer.statusCode());
                }
                return answer.body();
            }
        } catch (URISyntaxException wrong) {
            throw new OrreryException(UserMessage.of("models.hub.badaddress", address), wrong);
        } catch (IOException failed) {
            throw new OrreryException(
                    UserMessage.of("models.catalog.unreadable", address, String.valueOf(failed.getMessage())), failed);
        }
    }
}
