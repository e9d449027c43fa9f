package dev.orrery.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProxiesTest {
    private static final URI FAR = URI.create("https://api.example.com/v1");

    private static Proxy way(Map<String, String> environment, URI address) {
        return new Proxies(environment, null).select(address).getFirst();
    }

    @Test
    void theEnvironmentNamesTheProxyOfEachScheme() {
        Map<String, String> environment =
                Map.of("HTTPS_PROXY", "http://proxy.example.com:3128", "http_proxy", "other.example.com");
        assertEquals(
                InetSocketAddress.createUnresolved("proxy.example.com", 3128),
                way(environment, FAR).address());
        assertEquals(
                InetSocketAddress.createUnresolved("other.example.com", 80),
                way(environment, URI.create("http://example.com")).address());
        assertEquals(Proxy.NO_PROXY, way(Map.of(), FAR));
    }

    @Test
    void thisMachineAndExceptedHostsAreReachedDirectly() {
        Map<String, String> environment =
                Map.of("HTTPS_PROXY", "proxy:1", "HTTP_PROXY", "proxy:1", "NO_PROXY", "a.org, .example.com:443");
        for (String direct : List.of(
                "https://example.com",
                "https://api.EXAMPLE.com",
                "https://a.org",
                "http://127.0.0.1:8080",
                "http://localhost",
                "http://[::1]:1")) {
            assertEquals(Proxy.NO_PROXY, way(environment, URI.create(direct)), direct);
        }
        for (String proxied : List.of("https://notexample.com", "https://ba.org", "http://127.0.0.1.example.org")) {
            assertEquals(Proxy.Type.HTTP, way(environment, URI.create(proxied)).type(), proxied);
        }
        assertEquals(Proxy.NO_PROXY, way(Map.of("HTTPS_PROXY", "proxy:1", "no_proxy", "*"), FAR));
    }

    @Test
    void aProxyThatCannotBeUnderstoodIsNotPassedOver() {
        assertThrows(IllegalArgumentException.class, () -> way(Map.of("HTTPS_PROXY", "socks5://proxy:1"), FAR));
        assertThrows(IllegalArgumentException.class, () -> way(Map.of("HTTPS_PROXY", "::::"), FAR));
    }

    @Test
    void onlyThisMachineIsLoopback() {
        assertTrue(Proxies.isLoopback("127.1.2.3"));
        assertFalse(Proxies.isLoopback("127.0.0.1.example.com"));
        assertFalse(Proxies.isLoopback("localhost.example.com"));
        assertFalse(Proxies.isLoopback("0.0.0.0"));
    }
}
