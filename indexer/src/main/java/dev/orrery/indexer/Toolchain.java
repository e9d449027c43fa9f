package dev.orrery.indexer;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Tells whether the code that extracts and links is the one that made a stored index. */
final class Toolchain {
    private Toolchain() {}

    /** The same for the same build on the same JDK; a stored index with another mark is checked file by file and linked anew. */
    static String mark() {
        // Calls into the JDK are linked by the class files of the one that runs.
        return code() + ", Java " + Runtime.version();
    }

    private static String code() {
        CodeSource source = Toolchain.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return "unknown";
        }
        try {
            Path code = Path.of(source.getLocation().toURI());
            return Files.isDirectory(code) ? "classes " + newest(code) : "jar " + stamp(code);
        } catch (IOException | URISyntaxException unknown) {
            return "unknown " + unknown.getMessage();
        }
    }

    private static String stamp(Path jar) throws IOException {
        return Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis();
    }

    private static long newest(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
        }
    }
}
