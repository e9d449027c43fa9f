package dev.orrery.models.hub;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that {@code HTTPS_PROXY} or {@code HTTP_PROXY} names, but for hosts in {@code NO_PROXY} and this machine; without these
 * variables, what the Java runtime was told.
 */
final class EnvironmentProxy extends ProxySelector {
    private static final int USUAL_PORT = 8080;

    private final Map<String, String> environment;

    EnvironmentProxy(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public List<Proxy> select(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        URI proxy = proxy(address.getScheme() + "_proxy");
        if (HubPolicy.isLoopback(address) || excepted(host)) {
            return List.of(Proxy.NO_PROXY);
        }
        if (proxy == null) {
            ProxySelector runtime = ProxySelector.getDefault();
            return runtime == null ? List.of(Proxy.NO_PROXY) : runtime.select(address);
        }
        int port = proxy.getPort() == -1 ? USUAL_PORT : proxy.getPort();
        return List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port)));
    }

    private boolean excepted(String host) {
        for (String name : variable("no_proxy").split(",", -1)) {
            String domain = name.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", "");
            if (domain.equals("*") || !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable URI proxy(String name) {
        String value = variable(name).strip();
        try {
            URI uri = value.isEmpty() ? null : new URI(value.contains("://") ? value : "http://" + value);
            return uri == null || uri.getHost() == null ? null : uri;
        } catch (URISyntaxException wrong) {
            System.getLogger(EnvironmentProxy.class.getName())
                    .log(System.Logger.Level.WARNING, "{0} is not an address and is not used", name);
            return null;
        }
    }

    private String variable(String name) {
        return environment.getOrDefault(name, environment.getOrDefault(name.toUpperCase(Locale.ROOT), ""));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        System.getLogger(EnvironmentProxy.class.getName())
                .log(System.Logger.Level.DEBUG, "no connection through " + proxy, failure);
    }
}
