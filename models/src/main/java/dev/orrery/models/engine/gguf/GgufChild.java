package dev.orrery.models.engine.gguf;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One child process and the conversations with it. Safe from any thread. */
final class GgufChild implements AutoCloseable {
    private static final int LAST_WORDS = 40;
    private static final Set<String> PASSED_ON =
            Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "TMPDIR", "TMP", "TEMP", "SYSTEMROOT");
    private static final Frame ENDED = new Frame(Frame.Kind.FAILED, -1, new byte[0]);

    private final Process process;
    private final OutputStream in;
    private final Map<Integer, BlockingQueue<Frame>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Deque<String> lastWords = new ArrayDeque<>();
    private final Thread listener;
    private final Thread words;
    private volatile boolean ended;
    private volatile boolean ready;

    /**
     * Starts one.
     *
     * @param library the folder of llama.cpp's library
     * @param mostMapped bytes of address space that it may map, where the system can hold it to that
     */
    GgufChild(Path library, long mostMapped) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(library, mostMapped)).directory(library.toFile());
        builder.environment().keySet().retainAll(PASSED_ON);
        // Each arena of the C library maps 64 MB, one for every thread.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        // Threads that spin while they wait are many times slower where other programs hold the cores.
        builder.environment().put("OMP_WAIT_POLICY", "passive");
        process = builder.start();
        in = process.getOutputStream();
        listener = Thread.ofPlatform().name("orrery-gguf").daemon(true).start(this::listen);
        words = Thread.ofPlatform().name("orrery-gguf-words").daemon(true).start(this::hear);
    }

    private static List<String> command(Path library, long mostMapped) {
        List<String> command = new ArrayList<>();
        if (LlamaLibrary.isLinux()) {
            command.addAll(List.of(
                    "/bin/sh",
                    "-c",
                    "ulimit -c 0; ulimit -v \"$0\" || exit 9; echo 500 2>/dev/null >/proc/self/oom_score_adj; exec \"$@\"",
                    Long.toString(mostMapped >> 10)));
        }
        command.addAll(List.of(
                LlamaLibrary.java().toString(),
                "-Xmx96m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:CompressedClassSpaceSize=16m",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:+SuppressFatalErrorMessage",
                "--enable-native-access=ALL-UNNAMED",
                "-Dde.kherud.llama.lib.path=" + library,
                "-cp",
                String.join(
                        System.getProperty("path.separator", ":"),
                        LlamaLibrary.classPath().stream().map(Path::toString).toList()),
                GgufWorker.class.getName()));
        return command;
    }

    /** Sends a message that begins a request; gives the request's number, to be given to {@link #next} and {@link #done}. */
    int ask(Frame.Kind kind, Frame.Content content) throws IOException {
        int number = numbers.incrementAndGet();
        BlockingQueue<Frame> answers = new LinkedBlockingQueue<>();
        waiting.put(number, answers);
        if (ended) {
            answers.add(ENDED);
        }
        Frame.of(kind, number, content).writeTo(in);
        return number;
    }

    /** Sends the message that says what to load; the answer has number 0. */
    void load(Frame.Content content) throws IOException {
        waiting.put(0, new LinkedBlockingQueue<>());
        Frame.of(Frame.Kind.LOAD, 0, content).writeTo(in);
    }

    /** Tells that a request is no longer wanted; its last message comes soon. */
    void cancel(int number) throws IOException {
        Frame.of(Frame.Kind.CANCEL, number, content -> {}).writeTo(in);
    }

    /**
     * The next message to a request; {@code null} where none came in time.
     *
     * @throws IOException where the process ended
     */
    @Nullable
    Frame next(int number, long millis) throws IOException, InterruptedException {
        BlockingQueue<Frame> answers = waiting.get(number);
        if (answers == null) {
            throw new IOException("request " + number + " is over");
        }
        if (ended && answers.isEmpty()) {
            throw new IOException("ended");
        }
        Frame frame = answers.poll(millis, TimeUnit.MILLISECONDS);
        if (frame != null && frame.request() == ENDED.request()) {
            throw new IOException("ended");
        }
        return frame;
    }

    /** Forgets a request. */
    void done(int number) {
        waiting.remove(number);
    }

    /** From now on what it says beside its messages is not kept. */
    void isReady() {
        ready = true;
        synchronized (lastWords) {
            lastWords.clear();
        }
    }

    private void listen() {
        try (InputStream out = new BufferedInputStream(process.getInputStream())) {
            while (true) {
                Frame frame = Frame.readFrom(out);
                BlockingQueue<Frame> answers = waiting.get(frame.request());
                if (answers != null) {
                    answers.add(frame);
                }
            }
        } catch (IOException over) {
            process.destroyForcibly();
        }
        ended = true;
        waiting.values().forEach(answers -> answers.add(ENDED));
    }

    private void hear() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (lastWords) {
                    if (!ready) {
                        lastWords.addLast(line.length() > 300 ? line.substring(0, 300) : line);
                        if (lastWords.size() > LAST_WORDS) {
                            lastWords.removeFirst();
                        }
                    }
                }
            }
        } catch (IOException over) {
            System.getLogger(GgufChild.class.getName()).log(System.Logger.Level.DEBUG, "no more words", over);
        }
    }

    /** The first line that tells of an error, the others only repeat it; empty where it said nothing. To be asked when it has ended. */
    String complaint() {
        synchronized (lastWords) {
            return lastWords.stream()
                    .filter(line -> line.contains("error") || line.contains("failed") || line.contains("ASSERT"))
                    .findFirst()
                    .orElse(lastWords.isEmpty() ? "" : lastWords.getLast());
        }
    }

    boolean isAlive() {
        return !ended && process.isAlive();
    }

    /** How it ended, as the system tells; waits for the end. */
    int status() {
        return waitFor() ? process.exitValue() : -1;
    }

    /** Bytes that it holds in memory, the mapped files' pages included; 0 where the system does not tell. */
    long residentBytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | NumberFormatException notLinux) {
            return 0;
        }
    }

    long pid() {
        return process.pid();
    }

    /** Ends it at once; when this returns it is gone. */
    @Override
    public void close() {
        process.destroyForcibly();
        waitFor();
    }

    private boolean waitFor() {
        boolean interrupted = Thread.interrupted();
        try {
            boolean gone = process.waitFor(10, TimeUnit.SECONDS);
            listener.join(1000);
            words.join(1000);
            return gone;
        } catch (InterruptedException again) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
