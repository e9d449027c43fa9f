package dev.orrery.models.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "https://huggingface.co/a, true",
        "https://us.aws.cdn.hf.co/a?x=1, true",
        "https://cas-bridge.xethub.hf.co/a, true",
        "https://cdn-lfs.huggingface.co/a, true",
        "https://US.AWS.CDN.HF.CO/a, true",
        "http://us.aws.cdn.hf.co/a, false",
        "http://huggingface.co/a, false",
        "https://hf.co.evil.example/a, false",
        "https://evilhf.co/a, false",
        "https://cdn.hf.co:8443/a, false",
        "https://user@cdn.hf.co/a, false",
        "https://127.0.0.1/a, false",
        "ftp://cdn.hf.co/a, false",
    })
    void theStandardHubsDownloads(String address, boolean allowed) throws OrreryException {
        HubPolicy policy = new HubPolicy(HubSettings.of(Map.of()));
        if (allowed) {
            policy.require(URI.create(address));
        } else {
            assertThrows(OrreryException.class, () -> policy.require(URI.create(address)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hub.example",
                "ftp://hub.example",
                "https://user:password@hub.example",
                "hub.example",
                "https://",
                "https://hub.example?x=1",
                "not an address"
            })
    void hubsThatNobodyShouldTalkToAreRefused(String address) {
        assertThrows(OrreryException.class, () -> HubSettings.of(Map.of("ORRERY_HUB", address)));
    }

    @Test
    void settingsComeFromTheEnvironment() throws OrreryException {
        HubSettings own = HubSettings.of(Map.of(
                "ORRERY_HUB",
                "https://hub.example/",
                "ORRERY_HUB_HOSTS",
                "files.example, more.example",
                "HF_TOKEN",
                "t"));
        assertEquals(URI.create("https://hub.example"), own.address());
        assertEquals(List.of("files.example", "more.example"), own.fileHosts());
        assertFalse(own.toString().contains("t]"), "no token in logs");
        assertEquals(
                List.of(),
                HubSettings.of(Map.of("ORRERY_HUB", "http://127.0.0.1:1")).fileHosts());
    }

    /** A hub elsewhere is asked through the proxy, by a tunnel; a proxy that says no counts as no connection. */
    @Test
    void requestsGoThroughTheProxy() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> asked = threads.submit(() -> firstLineThenRefuse(server));
            HubSettings settings = HubSettings.of(Map.of("ORRERY_HUB", "https://hub.example"));
            Map<String, String> environment = Map.of("https_proxy", "http://127.0.0.1:" + server.getLocalPort());
            try (HubClient client = new HubClient(settings, environment, (length, stop) -> {}, new Random(1))) {
                OrreryException refused =
                        assertThrows(OrreryException.class, () -> client.repository("a/b", "main", Cancellation.NEVER));
                assertEquals("models.hub.broken", refused.userMessage().key());
            }
            assertEquals("CONNECT hub.example:443 HTTP/1.1", asked.get());
        }
    }

    private static String firstLineThenRefuse(ServerSocket server) throws IOException {
        try (server;
                Socket socket = server.accept()) {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) socket.getInputStream().read());
            }
            socket.getOutputStream()
                    .write("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return head.substring(0, head.indexOf("\r\n"));
        }
    }
}
