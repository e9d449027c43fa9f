package dev.orrery.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code orrery index} in a process of its own, with a home folder of its own: as it is for a user, the start included. */
final class IndexProcess {
    private final Path home;
    private final Path root;

    IndexProcess(Path home, Path root) {
        this.home = home;
        this.root = root;
    }

    /**
     * What one process told.
     *
     * @param seconds from the start of the process to its end
     * @param told the numbers of its report, see {@code docs/cli/index.schema.json}
     */
    record Ran(double seconds, Map<String, Double> told) {
        double number(String field) {
            return told.getOrDefault(field, 0.0);
        }
    }

    /** @param more further arguments of the command */
    Ran run(String... more) throws OrreryException {
        try {
            Path errors = Files.createTempFile(home, "errors", "");
            List<String> command = command();
            command.addAll(List.of("index", root.toString(), "--json"));
            command.addAll(Arrays.asList(more));
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().put("ORRERY_HOME", home.toString());
            long start = System.nanoTime();
            Process process = builder.start();
            try {
                String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int status = process.waitFor();
                double seconds = (System.nanoTime() - start) / 1e9;
                if (status != ExitStatus.DONE) {
                    throw failed(lastLine(errors), null);
                }
                return new Ran(seconds, numbers(answer));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException unusable) {
            throw failed(String.valueOf(unusable.getMessage()), unusable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("interrupted", interrupted);
        }
    }

    private static OrreryException failed(String why, @Nullable Throwable cause) {
        return new OrreryException(UserMessage.of("app.cli.bench.index.failed", why), cause);
    }

    private static String lastLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() ? "" : lines.getLast().replaceFirst("^orrery: ", "");
    }

    /** The command that started this process without its arguments; where the system does not tell it, the same Java. */
    private static List<String> command() {
        ProcessHandle.Info own = ProcessHandle.current().info();
        List<String> arguments = List.of(own.arguments().orElse(new String[0]));
        int end = arguments.indexOf("bench");
        if (own.command().isPresent() && end >= 0) {
            List<String> command = new ArrayList<>(List.of(own.command().get()));
            command.addAll(arguments.subList(0, end));
            return command;
        }
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.orrery.app.Main"));
    }

    private static Map<String, Double> numbers(String json) throws IOException {
        Map<String, Double> numbers = new TreeMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isNumeric() && parser.currentName() != null) {
                    numbers.put(parser.currentName(), parser.getDoubleValue());
                }
            }
        }
        return numbers;
    }
}
