package dev.orrery.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Temporary siblings of a file, named after the process that writes them, so that those of ended ones can be removed. */
final class Leftovers {
    private static final Pattern TEMPORARY = Pattern.compile("\\.([0-9]{1,18})-[0-9]+\\.tmp");

    private Leftovers() {}

    static String mark() {
        return Long.toString(ProcessHandle.current().pid());
    }

    static void remove(Path path) throws IOException {
        String prefix = path.getFileName().toString();
        try (var siblings = Files.newDirectoryStream(
                path.toAbsolutePath().getParent(), prefix.replaceAll("[^A-Za-z0-9._-]", "?") + ".*.tmp")) {
            for (Path sibling : siblings) {
                Matcher matcher =
                        TEMPORARY.matcher(sibling.getFileName().toString().substring(prefix.length()));
                if (matcher.matches()
                        && ProcessHandle.of(Long.parseLong(matcher.group(1))).isEmpty()) {
                    Files.deleteIfExists(sibling);
                }
            }
        }
    }
}
