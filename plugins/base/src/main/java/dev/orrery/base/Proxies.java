package dev.orrery.base;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way to other machines as the user set it up: by the environment ({@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code
 * NO_PROXY}, in small letters too), else as the Java machine was told. This machine itself is always reached directly.
 */
public final class Proxies extends ProxySelector {
    private static final int USUAL_PORT = 80;

    private final Map<String, String> environment;
    private final @Nullable ProxySelector otherwise;

    Proxies(Map<String, String> environment, @Nullable ProxySelector otherwise) {
        this.environment = environment;
        this.otherwise = otherwise;
    }

    /** For this process's environment. */
    public static Proxies current() {
        return of(System.getenv());
    }

    /** For an environment, such as that of this process. */
    public static Proxies of(Map<String, String> environment) {
        return new Proxies(environment, ProxySelector.getDefault());
    }

    /** Whether a host as it stands in an address is this machine; no name is looked up. */
    public static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.matches("127(\\.[0-9]{1,3}){3}")
                || host.equals("[::1]")
                || host.equals("::1");
    }

    /** @throws IllegalArgumentException where the environment names a proxy that cannot be understood */
    @Override
    public List<Proxy> select(URI address) {
        String host = address.getHost();
        if (host == null || isLoopback(host) || isExcepted(host.toLowerCase(Locale.ROOT))) {
            return List.of(Proxy.NO_PROXY);
        }
        String set = variable("https".equalsIgnoreCase(address.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY");
        if (!set.isEmpty()) {
            return List.of(proxy(set));
        }
        return otherwise == null ? List.of(Proxy.NO_PROXY) : otherwise.select(address);
    }

    private String variable(String name) {
        String small = environment.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        return (small.isBlank() ? environment.getOrDefault(name, "") : small).strip();
    }

    private boolean isExcepted(String host) {
        return Stream.of(variable("NO_PROXY").toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .map(name -> name.replaceFirst(":[0-9]+$", "").replaceFirst("^\\*?\\.", ""))
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> name.equals("*") || host.equals(name) || host.endsWith("." + name));
    }

    private static Proxy proxy(String set) {
        URI uri = URI.create(set.contains("://") ? set : "http://" + set);
        if (uri.getHost() == null || !"http".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException("not the address of an HTTP proxy");
        }
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        // Whoever asked hears of it by the exception.
    }
}
