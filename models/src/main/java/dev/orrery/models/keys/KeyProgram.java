package dev.orrery.models.keys;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the program of a keyring: secrets go in and out through its standard streams. */
final class KeyProgram {
    /** Long enough for a person to unlock a keyring that asks. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int LONGEST_ANSWER = 64 << 10;

    private final String program;
    private final Duration patience;

    KeyProgram(String program, Duration patience) {
        this.program = program;
        this.patience = patience;
    }

    /**
     * What a program answered.
     *
     * @param status its exit status
     * @param output its standard output; may be a secret
     * @param complaint its standard error, in one line
     */
    record Answer(int status, String output, String complaint) {
        @Override
        public String toString() {
            return "status " + status;
        }
    }

    /**
     * Runs it and waits for its end.
     *
     * @param input goes to its standard input, which is then closed
     */
    Answer run(String input, String... arguments) throws OrreryException {
        List<String> command = new ArrayList<>();
        command.add(program);
        command.addAll(List.of(arguments));
        try {
            return talk(new ProcessBuilder(command).start(), input);
        } catch (IOException absent) {
            throw new OrreryException(UserMessage.of("models.keys.program.absent", program), absent);
        }
    }

    private Answer talk(Process process, String input) throws OrreryException {
        // Not waited for at the end: something that the program left running may keep its streams open.
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Future<String> output = threads.submit(() -> read(process.getInputStream()));
            Future<String> complaint = threads.submit(() -> read(process.getErrorStream()));
            Future<Void> written = threads.submit(() -> write(process.getOutputStream(), input));
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new OrreryException(UserMessage.of("models.keys.program.hangs", program));
            }
            get(written);
            String said = input.isEmpty() ? get(complaint) : get(complaint).replace(input, ApiKey.DOTS);
            return new Answer(process.exitValue(), get(output), oneLine(said));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new OrreryException(UserMessage.of("models.keys.program.hangs", program), interrupted);
        } catch (TimeoutException open) {
            throw new OrreryException(UserMessage.of("models.keys.program.hangs", program), open);
        } catch (ExecutionException failed) {
            throw new OrreryException(UserMessage.of("models.keys.program.failed", program, ""), failed);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            threads.shutdownNow();
        }
    }

    private <T> T get(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static String read(InputStream stream) throws IOException {
        try (stream) {
            String text = new String(stream.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
            stream.skip(Long.MAX_VALUE);
            return text;
        }
    }

    /** A program that ends without reading all of its input is judged by its exit status. */
    private static Void write(OutputStream stream, String input) {
        try (stream) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException ended) {
            return null;
        }
        return null;
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }

    /** What is said where the program did not do it. */
    OrreryException failure(Answer answer) {
        return new OrreryException(UserMessage.of("models.keys.program.failed", program, answer.complaint()));
    }
}
