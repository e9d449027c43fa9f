package dev.orrery.models.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.base.Progress;
import dev.orrery.base.Proxies;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.LoadOptions;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.ModelSource;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.keys.ApiKey;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to a server elsewhere: by the proxy, and encrypted for whom it is meant for, or not at all. */
class WayTest {
    private static final ApiKey KEY = new ApiKey("sk-very-secret-0123456789");

    private static EngineException refusal(URI address, ProxySelector proxies) throws EngineException {
        try (OpenAiEngine engine = new OpenAiEngine(
                        ServerContract.accounts(Optional.of(KEY), Dialect.COMPATIBLE),
                        proxies,
                        InstantSource.system(),
                        () -> 0);
                LoadedModel model = engine.load(
                        new ModelSource.Server("test/tiny", address, "tiny", ServerContract.ALL),
                        new LoadOptions(0, 1, 0),
                        Progress.SILENT,
                        Cancellation.NEVER)) {
            Prompt gap = new Prompt.Infill("", "secret code", "", "");
            Sampling sampling = new Sampling(8, 0, List.of(), 1, Duration.ofMinutes(1));
            return assertThrows(
                    EngineException.class, () -> model.generate(gap, sampling, piece -> {}, Cancellation.NEVER));
        }
    }

    @Test
    void aServerElsewhereIsAskedThroughTheProxyAndTheProxyLearnsItsNameOnly() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> asked = threads.submit(() -> {
                try (Socket socket = proxy.accept()) {
                    String heard = head(socket.getInputStream());
                    socket.getOutputStream()
                            .write("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    return heard;
                }
            });
            String address = "http://127.0.0.1:" + proxy.getLocalPort();
            EngineException refusal =
                    refusal(URI.create("https://models.example.com/v1"), Proxies.of(Map.of("HTTPS_PROXY", address)));
            assertEquals("models.http.proxy.refused", refusal.userMessage().key());
            assertTrue(asked.get().startsWith("CONNECT models.example.com:443 HTTP/1.1"), asked.get());
            assertFalse(asked.get().contains(KEY.reveal()));
        }
    }

    private static String head(InputStream in) throws java.io.IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    @Test
    void aProxyThatIsNotUnderstoodIsSaid() throws Exception {
        EngineException refusal = refusal(
                URI.create("https://models.example.com/v1"), Proxies.of(Map.of("HTTPS_PROXY", "socks5://127.0.0.1:1")));
        assertEquals("models.http.proxy", refusal.userMessage().key());
    }

    @Test
    @Tag("slow")
    void aServerThatCannotProveItsNameHearsNothing(@TempDir Path folder) throws Exception {
        try (ServerSocket server = selfSigned(folder);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> heard = threads.submit(() -> {
                try (Socket socket = server.accept()) {
                    return socket.getInputStream().read();
                } catch (java.io.IOException refused) {
                    return -1;
                }
            });
            EngineException refusal =
                    refusal(URI.create("https://127.0.0.1:" + server.getLocalPort()), ServerContract.DIRECT);
            assertEquals("models.http.untrusted", refusal.userMessage().key());
            assertEquals(-1, heard.get());
        }
    }

    private static ServerSocket selfSigned(Path folder) throws Exception {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-storepass",
                        "password",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertEquals(0, keytool.waitFor());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "password".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, "password".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 9, InetAddress.getLoopbackAddress());
    }
}
