package dev.orrery.models.hub;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which addresses may be asked: the hub, and hosts that its settings name, by https; by http only a hub on this machine. */
final class HubPolicy {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final HubSettings settings;

    HubPolicy(HubSettings settings) {
        this.settings = settings;
    }

    /** Refuses a hub that nobody should talk to. */
    void requireHub() throws OrreryException {
        URI hub = settings.address();
        boolean safe = "https".equals(hub.getScheme()) || "http".equals(hub.getScheme()) && isLoopback(hub);
        if (!safe || hub.getHost() == null || hub.getUserInfo() != null || hub.getQuery() != null) {
            throw new OrreryException(UserMessage.of("models.hub.badaddress", hub.toString()));
        }
    }

    /** Where a redirect leads, if it may be followed. */
    URI follow(URI from, @Nullable String location) throws OrreryException {
        if (location == null) {
            throw new OrreryException(UserMessage.of("models.hub.badredirect", host(from), "-"));
        }
        try {
            URI to = from.resolve(new URI(location));
            require(to);
            return to;
        } catch (URISyntaxException | IllegalArgumentException wrong) {
            throw new OrreryException(UserMessage.of("models.hub.badredirect", host(from), shortened(location)), wrong);
        }
    }

    /** Refuses an address that is neither the hub's nor one of the hosts it may send to. */
    void require(URI address) throws OrreryException {
        if (isHub(address)) {
            return;
        }
        String host = host(address);
        boolean allowed = "https".equals(address.getScheme())
                && (address.getPort() == -1 || address.getPort() == 443)
                && address.getUserInfo() == null
                && settings.fileHosts().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(name -> host.equals(name) || host.endsWith("." + name));
        if (!allowed) {
            throw new OrreryException(UserMessage.of(
                    "models.hub.otherhost",
                    address.getScheme() + "://" + address.getAuthority(),
                    String.join(", ", settings.fileHosts())));
        }
    }

    /** Whether an address is the hub itself: scheme, host and port; only it ever gets the user's token. */
    boolean isHub(URI address) {
        URI hub = settings.address();
        return hub.getScheme().equals(address.getScheme())
                && host(hub).equals(host(address))
                && port(hub) == port(address)
                && address.getUserInfo() == null;
    }

    private static int port(URI address) {
        return address.getPort() != -1 ? address.getPort() : "http".equals(address.getScheme()) ? 80 : 443;
    }

    static boolean isLoopback(URI address) {
        return LOOPBACK.contains(host(address));
    }

    private static String host(URI address) {
        return address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(200, text.length()));
    }
}
