package dev.orrery.bench;

import dev.orrery.api.TextQuery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real ripgrep on one folder. */
final class RipgrepRun {
    private static final Pattern LINE = Pattern.compile("([^\0\n]+)\0(\\d+):(?:(\\d+):)?");

    private final Path root;
    private final Set<String> withoutColumn = new HashSet<>();

    RipgrepRun(Path root) {
        this.root = root;
    }

    /** Runs to the end, throws the output away, and returns the processor time it took. */
    double cpuMillis(TextQuery query) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("bash", "-c", "TIMEFORMAT='%U %S'; time \"$@\" >/dev/null 2>/dev/null", "time"));
        ProcessBuilder ripgrep = builder(query);
        command.addAll(ripgrep.command());
        Process process = ripgrep.command(command)
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
        String[] seconds = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ");
        return (Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1])) * 1000;
    }

    /** Hits as {@code path:line:column}, sorted; lines without a column are {@link #withoutColumn}. */
    List<String> hits(TextQuery query) throws IOException {
        withoutColumn.clear();
        List<String> hits = new ArrayList<>();
        Process process = builder(query).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        for (String line : output.split("\n")) {
            Matcher parts = LINE.matcher(line);
            if (parts.lookingAt()) {
                String path = new String(parts.group(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                String place = path + ":" + parts.group(2);
                if (parts.group(3) == null) {
                    withoutColumn.add(place);
                } else {
                    hits.add(place + ":" + parts.group(3));
                }
            }
        }
        hits.sort(null);
        return hits;
    }

    /** Lines as {@code path:line} that ripgrep printed without a column. */
    Set<String> withoutColumn() {
        return withoutColumn;
    }

    private ProcessBuilder builder(TextQuery query) {
        List<String> command = new ArrayList<>(List.of(
                "rg",
                "--vimgrep",
                "-M",
                "1",
                "-0",
                "--hidden",
                "--no-require-git",
                "-g",
                "!.git",
                "-e",
                query.pattern()));
        if (query.syntax() == TextQuery.Syntax.LITERAL) {
            command.add("-F");
        }
        return new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }
}
