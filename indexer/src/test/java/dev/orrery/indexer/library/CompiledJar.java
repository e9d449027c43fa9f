package dev.orrery.indexer.library;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Makes jars of Java sources. */
public final class CompiledJar {
    /** Compiling takes long, and tests ask for the same again. */
    private static final Map<List<Object>, byte[]> MADE = new ConcurrentHashMap<>();

    private CompiledJar() {}

    /**
     * @param jar is made, with the folders above it
     * @param sources by path
     * @param left paths of sources whose classes stay out of the jar
     */
    public static Path of(Path jar, Map<String, String> sources, Set<String> left) throws IOException {
        Files.createDirectories(Objects.requireNonNull(jar.getParent()));
        byte[] known = MADE.get(List.of(sources, left));
        if (known != null) {
            return Files.write(jar, known);
        }
        make(jar, sources, left);
        MADE.put(List.of(sources, left), Files.readAllBytes(jar));
        return jar;
    }

    private static void make(Path jar, Map<String, String> sources, Set<String> left) throws IOException {
        Path work = Files.createTempDirectory("compiled");
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-d", work.resolve("out").toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        assertTrue(javac.run(null, null, null, arguments.toArray(String[]::new)) == 0);
        Path out = work.resolve("out");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> classes = Files.walk(out)) {
            for (Path each : classes.filter(Files::isRegularFile).sorted().toList()) {
                String name = out.relativize(each).toString().replace('\\', '/');
                if (!left.contains(name.replace(".class", ".java"))) {
                    zip.putNextEntry(new ZipEntry(name));
                    Files.copy(each, zip);
                }
            }
        }
    }

    public static Path of(Path jar, Map<String, String> sources) throws IOException {
        return of(jar, sources, Set.of());
    }
}
