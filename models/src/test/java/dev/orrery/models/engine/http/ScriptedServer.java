package dev.orrery.models.engine.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A server over plain sockets that answers as a script says, badly too, and sees when a client goes away. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final Semaphore gone = new Semaphore(0);
    private final Script script;

    ScriptedServer(Script script) throws IOException {
        this.script = script;
        threads.execute(this::listen);
    }

    /** What is done with a request. */
    interface Script {
        void answer(Request request, Reply reply) throws IOException;
    }

    /** @param headers names in small letters */
    record Request(String method, String path, Map<String, String> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return Json.read(text());
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + path);
    }

    List<Request> requests() {
        return requests;
    }

    /** Waits until a client has closed a connection whose answer was not complete. */
    void awaitGone() throws InterruptedException {
        assertTrue(gone.tryAcquire(60, TimeUnit.SECONDS), "the connection is still open");
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        boolean answering = false;
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Request request = read(in); request != null; request = read(in)) {
                requests.add(request);
                Reply reply = new Reply(socket, in);
                answering = true;
                script.answer(request, reply);
                answering = false;
                if (reply.closing) {
                    return;
                }
            }
        } catch (IOException away) {
            if (answering) {
                gone.release();
            }
        }
    }

    private static Request read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        String[] words = first.split(" ");
        return new Request(words[0], words[1], headers, body);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    /** What is said to one request. */
    static final class Reply {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private boolean closing;

        private Reply(Socket socket, InputStream in) throws IOException {
            this.socket = socket;
            this.in = in;
            out = socket.getOutputStream();
        }

        /** A whole answer. */
        void whole(int status, String type, String body, String... headers) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            head(status, type, "Content-Length: " + bytes.length, headers);
            out.write(bytes);
            out.flush();
        }

        /** The head of an answer that comes in chunks. */
        void chunked(String type) throws IOException {
            head(200, type, "Transfer-Encoding: chunked");
        }

        private void head(int status, String type, String framing, String... headers) throws IOException {
            String head = "HTTP/1.1 " + status + " So\r\nContent-Type: " + type + "\r\n" + framing + "\r\n"
                    + String.join(
                            "", Arrays.stream(headers).map(h -> h + "\r\n").toList()) + "\r\n";
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /** One chunk of any bytes. */
        void bytes(byte[] bytes) throws IOException {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.write("\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /** Sends a text in chunks of so many bytes, cut wherever that falls. */
        void dribble(String text, int size) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (int at = 0; at < bytes.length; at += size) {
                bytes(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size)));
            }
        }

        void chunk(String text) throws IOException {
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }

        void end() throws IOException {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /** Ends the connection where it is. */
        void cut() throws IOException {
            closing = true;
            socket.close();
        }

        /** Says nothing more, until the client goes away. */
        void beSilent() throws IOException {
            while (in.read() >= 0) {}
            throw new IOException("the client is gone");
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
