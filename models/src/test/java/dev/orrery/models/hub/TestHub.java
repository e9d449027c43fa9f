package dev.orrery.models.hub;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A hub on this machine, down to the wire: a repository {@code org/model} with the files that are given, over plain sockets, so that
 * it can break off, lie, stall and send elsewhere.
 */
final class TestHub implements AutoCloseable {
    static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Path> files = new ConcurrentHashMap<>();
    private final Map<String, String> listed = new ConcurrentHashMap<>();

    /** What every request asked for, in the order of their arrival: path, and the range if there was one. */
    final List<Request> requests = new CopyOnWriteArrayList<>();

    final AtomicLong bytesSent = new AtomicLong();
    /** So many more answers with content break off after {@link #breakAfter} bytes. */
    final AtomicInteger breaks = new AtomicInteger();

    volatile long breakAfter = 1 << 20;
    volatile String licence = "mit";
    volatile Faults faults = (request, file) -> Answer.usual();

    /** One request. */
    record Request(String path, Map<String, String> headers) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** Decides how a request for content is answered. */
    interface Faults {
        Answer answer(Request request, Path file) throws IOException;
    }

    /**
     * How content is answered.
     *
     * @param status 0 for the usual one
     * @param headers over the usual ones; an empty value takes a header away
     * @param ranges whether ranges are understood
     * @param file whose bytes are sent; null for the usual one
     */
    record Answer(int status, Map<String, String> headers, boolean ranges, Path file) {
        static Answer usual() {
            return new Answer(0, Map.of(), true, null);
        }

        static Answer status(int status, Map<String, String> headers) {
            return new Answer(status, headers, true, null);
        }

        static Answer with(Map<String, String> headers) {
            return new Answer(0, headers, true, null);
        }

        static Answer withoutRanges() {
            return new Answer(0, Map.of(), false, null);
        }
    }

    TestHub() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.submit(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    HubSettings settings() {
        return new HubSettings(address(), List.of(), java.util.Optional.of("secret-token"));
    }

    /** Adds a file as a large one, listed with its true checksum. */
    void add(String path, Path file) throws IOException {
        String sha256 = dev.orrery.models.store.Hashing.sha256(
                file, "stage", dev.orrery.base.Progress.SILENT, dev.orrery.api.Cancellation.NEVER);
        list(
                path,
                file,
                "{\"type\":\"file\",\"oid\":\"%s\",\"size\":%d,\"path\":\"%s\",\"lfs\":{\"oid\":\"%s\",\"size\":%d,\"pointerSize\":134}}"
                        .formatted(COMMIT, Files.size(file), path, sha256, Files.size(file)));
    }

    /** Adds a file with what the listing says of it. */
    void list(String path, Path file, String entry) {
        files.put(path, file);
        listed.put(path, entry);
    }

    long contentRequests() {
        return requests.stream()
                .filter(request -> request.path().contains("/resolve/"))
                .count();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                threads.submit(() -> serve(socket));
            }
        } catch (IOException closed) {
            threads.shutdown();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Request request = read(in); request != null; request = read(in)) {
                requests.add(request);
                if (!answer(request, socket)) {
                    return;
                }
            }
        } catch (IOException clientLeft) {
            return;
        }
    }

    private static Request read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return null;
            }
            head.append((char) next);
        }
        String[] lines = head.toString().split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        return new Request(lines[0].split(" ")[1], headers);
    }

    /** Whether the connection may be used again. */
    private boolean answer(Request request, Socket socket) throws IOException {
        String path = request.path();
        if (path.startsWith("/api/models?")) {
            return text(
                    socket,
                    "[{\"id\":\"org/model\",\"tags\":[\"gguf\",\"license:mit\"],\"downloads\":7,\"gated\":\"auto\"}]");
        }
        if (path.startsWith("/api/models/org/model/revision/")) {
            return text(
                    socket,
                    "{\"id\":\"org/model\",\"sha\":\"%s\",\"gated\":false,\"tags\":[\"license:%s\"]}"
                            .formatted(COMMIT, licence));
        }
        if (path.equals("/api/models/org/model/tree/" + COMMIT + "?recursive=true")) {
            return text(
                    socket,
                    "[" + String.join(",", listed.values())
                            + ",{\"type\":\"directory\",\"oid\":\"x\",\"size\":0,\"path\":\"d\"}]");
        }
        String prefix = "/org/model/resolve/" + COMMIT + "/";
        if (path.startsWith(prefix) && files.containsKey(path.substring(prefix.length()))) {
            return content(request, files.get(path.substring(prefix.length())), socket);
        }
        return head(socket, 404, Map.of("Content-Length", "0"));
    }

    private boolean content(Request request, Path usual, Socket socket) throws IOException {
        Answer answer = faults.answer(request, usual);
        Path file = answer.file() == null ? usual : answer.file();
        long size = Files.size(file);
        String etag = answer.headers().getOrDefault("ETag", "\"e1\"");
        String range = request.header("range");
        boolean same = request.header("if-range").isEmpty()
                || request.header("if-range").equals(etag);
        boolean part = answer.ranges() && range.startsWith("bytes=") && same && answer.status() == 0;
        long from = part ? Long.parseLong(range.substring(6, range.indexOf('-'))) : 0;
        long to = part ? Long.parseLong(range.substring(range.indexOf('-') + 1)) : size - 1;
        Map<String, String> headers = new TreeMap<>();
        headers.put("ETag", etag);
        headers.put("Content-Length", Long.toString(answer.status() == 0 ? to - from + 1 : 0));
        if (part) {
            headers.put("Content-Range", "bytes " + from + "-" + to + "/" + size);
        }
        headers.putAll(answer.headers());
        headers.values().removeIf(String::isEmpty);
        boolean open = head(socket, answer.status() != 0 ? answer.status() : part ? 206 : 200, headers);
        return answer.status() != 0 ? open : open & send(file, from, to - from + 1, socket);
    }

    private boolean send(Path file, long from, long length, Socket socket) throws IOException {
        boolean cut = length > breakAfter && breaks.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        long rest = cut ? breakAfter : length;
        byte[] buffer = new byte[1 << 16];
        OutputStream out = socket.getOutputStream();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(from);
            while (rest > 0) {
                int count = bytes.read(buffer, 0, (int) Math.min(buffer.length, rest));
                out.write(buffer, 0, count);
                bytesSent.addAndGet(count);
                rest -= count;
            }
        }
        out.flush();
        if (cut) {
            socket.shutdownOutput();
        }
        return !cut;
    }

    private static boolean text(Socket socket, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        head(socket, 200, Map.of("Content-Length", Integer.toString(bytes.length)));
        socket.getOutputStream().write(bytes);
        return true;
    }

    private static boolean head(Socket socket, int status, Map<String, String> headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        return true;
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
