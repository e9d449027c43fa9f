package dev.orrery.indexer.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Runs the real git or ripgrep, so that our reading of their rules is compared with theirs. */
public record Outside(Path folder, Path home) {
    /** Skips the test, saying so, where {@code program} is not installed. */
    public static void require(String program) {
        try {
            new ProcessBuilder(program, "--version").start().getInputStream().readAllBytes();
        } catch (IOException absent) {
            Assumptions.abort(program + " is not installed");
        }
    }

    /** Standard output of a program that sees {@code home} as its user's home; any exit status is fine. */
    public byte[] run(String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("RIPGREP_"));
        environment.put("HOME", home.toString());
        environment.put("XDG_CONFIG_HOME", home.resolve(".config").toString());
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        builder.redirectInput(Path.of("/dev/null").toFile());
        Process process = builder.start();
        return process.getInputStream().readAllBytes();
    }

    /** The names that a program prints with a zero byte after each. */
    public List<String> names(String... command) throws IOException {
        String text = new String(run(command), StandardCharsets.UTF_8);
        return text.isEmpty() ? List.of() : List.of(text.split("\0"));
    }

    public GitEnvironment environment() {
        return new GitEnvironment(
                home,
                Map.of("XDG_CONFIG_HOME", home.resolve(".config").toString(), "GIT_CONFIG_NOSYSTEM", "1"),
                home.resolve("none"));
    }
}
