package dev.orrery.models.engine.http;

import dev.orrery.api.UserMessage;
import dev.orrery.base.Proxies;
import dev.orrery.models.engine.EngineException;
import java.net.URI;
import java.util.Locale;

/**
 * Where a server is: HTTPS, or plain HTTP on this machine.
 *
 * @param base without a slash at its end, without user, query and fragment
 */
public record ServerAddress(URI base) {
    private static final int LONGEST = 500;

    /** @throws EngineException where requests must not go there, with the reason */
    public static ServerAddress of(URI address) throws EngineException {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        boolean complete = (scheme.equals("http") || scheme.equals("https"))
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.toString().length() <= LONGEST;
        if (!complete) {
            throw refused("models.http.address.wrong", address);
        }
        if (scheme.equals("http") && !Proxies.isLoopback(address.getHost())) {
            throw refused("models.http.address.plain", address);
        }
        return new ServerAddress(URI.create(address.toString().replaceFirst("/+$", "")));
    }

    /** A password in it is not shown. */
    private static EngineException refused(String key, URI address) {
        String shown = address.getHost() == null ? "" : address.getHost();
        return new EngineException(EngineException.Kind.UNAVAILABLE, UserMessage.of(key, shown));
    }

    /** Whether what goes there stays on this machine. */
    public boolean isLoopback() {
        return Proxies.isLoopback(base.getHost());
    }

    /** Scheme, host and port: whom a key belongs to. */
    public String origin() {
        return base.getScheme().toLowerCase(Locale.ROOT) + "://" + host();
    }

    /** Host and port, for messages. */
    String host() {
        String host = base.getHost().toLowerCase(Locale.ROOT);
        return base.getPort() < 0 ? host : host + ":" + base.getPort();
    }

    /** @param path starts with a slash */
    URI resolve(String path) {
        return URI.create(base + path);
    }

    /** Without the last part of its path, if it is this one. */
    ServerAddress without(String lastPart) {
        String text = base.toString();
        return text.endsWith(lastPart)
                ? new ServerAddress(URI.create(text.substring(0, text.length() - lastPart.length())))
                : this;
    }
}
