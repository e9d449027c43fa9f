package dev.orrery.durability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in processes of its own, with a home folder of its own. */
final class Orrery {
    private final Path home;

    Orrery(Path home) {
        this.home = home;
    }

    /** How a process ended. */
    record Ended(int status, String out, String err) {}

    /** Runs a command to its end. */
    Ended run(String... arguments) throws IOException, InterruptedException {
        return run(List.of(), arguments);
    }

    /**
     * Runs a command to its end.
     *
     * @param prefix a program that runs another, and its arguments
     */
    Ended run(List<String> prefix, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("orrery", ".out");
        Path err = Files.createTempFile("orrery", ".err");
        try {
            Process process = builder(prefix, arguments)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + String.join(" ", arguments));
            }
            return new Ended(process.exitValue(), text(out), text(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Starts a command, whose output nobody reads. */
    Process start(String... arguments) throws IOException {
        return builder(List.of(), arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder builder(List<String> prefix, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.orrery.app.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ORRERY_HOME", home.toString());
        builder.environment().put("ORRERY_LOCALE", "en");
        return builder;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
