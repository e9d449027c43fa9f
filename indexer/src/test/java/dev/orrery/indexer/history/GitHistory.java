package dev.orrery.indexer.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a real git repository of many commits in one go. */
final class GitHistory {
    private final Path root;
    private final StringBuilder stream = new StringBuilder();
    private int commits;

    private GitHistory(Path root) {
        this.root = root;
    }

    static GitHistory in(Path folder) throws IOException {
        GitHistory history = new GitHistory(Files.createDirectories(folder).toRealPath());
        history.run("", "init", "-q", "-b", "main");
        return history;
    }

    Path root() {
        return root;
    }

    /** Adds a commit; a path without a text is deleted. */
    GitHistory commit(Map<String, String> files) {
        commits++;
        stream.append("commit refs/heads/main\ncommitter Ada <ada@example.org> ")
                .append(1_700_000_000 + commits * 60)
                .append(" +0000\ndata 1\nx\n");
        if (stream.indexOf("commit ", 1) < 0 && commits > 1) {
            stream.append("from refs/heads/main^0\n");
        }
        files.forEach((path, text) -> {
            if (text.isEmpty()) {
                stream.append("D ").append(path).append('\n');
            } else {
                int bytes = text.getBytes(StandardCharsets.UTF_8).length;
                stream.append("M 644 inline ").append(path).append("\ndata ").append(bytes);
                stream.append('\n').append(text).append('\n');
            }
        });
        return this;
    }

    /** Brings the commits so far into the repository. */
    void write() throws IOException {
        run(stream.toString(), "fast-import", "--quiet", "--force");
        stream.setLength(0);
    }

    String git(String... arguments) throws IOException {
        return run("", arguments);
    }

    private String run(String input, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", command) + "\n" + out);
        }
        return out;
    }
}
