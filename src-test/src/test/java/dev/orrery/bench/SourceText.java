package dev.orrery.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the sources of a project show, line by line. */
final class SourceText {
    private final Path root;
    private final Map<String, String[]> files = new HashMap<>();

    SourceText(Path root) {
        this.root = root;
    }

    /** Whether a name is called or referred to ({@code name(}, {@code ::name}) on a line of a file, from 1, or beside it. */
    boolean showsCall(String path, int line, String name) {
        return shows(
                path,
                line,
                Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "\\s*(\\(|$)|::\\s*" + Pattern.quote(name)));
    }

    /** Whether a word stands on a line of a file or on one beside it. */
    boolean showsWord(String path, int line, String word) {
        return shows(path, line, Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])"));
    }

    private boolean shows(String path, int line, Pattern pattern) {
        String[] lines = files.computeIfAbsent(path, this::read);
        for (int at = Math.max(0, line - 2); at < Math.min(lines.length, line + 1); at++) {
            if (pattern.matcher(lines[at]).find()) {
                return true;
            }
        }
        return false;
    }

    private String[] read(String path) {
        try {
            return new String(Files.readAllBytes(root.resolve(path)), StandardCharsets.UTF_8).split("\r?\n|\r", -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
