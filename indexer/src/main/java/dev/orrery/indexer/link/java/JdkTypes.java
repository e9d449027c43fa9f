package dev.orrery.indexer.link.java;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The classes of the running JDK, read from its own class files when they are first asked for. Safe from any thread. */
final class JdkTypes implements LibraryTypes {
    /** The JDK cannot change under a process, so what is known about it is kept once. */
    private static final class Kept {
        static final JdkTypes RUNNING = new JdkTypes();
    }

    private final FileSystem image = FileSystems.getFileSystem(URI.create("jrt:/"));
    private final Map<String, List<Path>> packages = new HashMap<>();
    private final Map<String, LibraryClass> classes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Path>> files = new ConcurrentHashMap<>();

    private JdkTypes() {
        try (Stream<Path> all = Files.list(image.getPath("/packages"))) {
            for (Path entry : all.toList()) {
                String name = entry.getFileName().toString();
                packages.put(name, modules(entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JdkTypes ofRunning() {
        return Kept.RUNNING;
    }

    private List<Path> modules(Path entry) throws IOException {
        try (Stream<Path> modules = Files.list(entry)) {
            return modules.map(module ->
                            image.getPath("/modules", module.getFileName().toString()))
                    .toList();
        }
    }

    @Override
    public boolean hasPackage(String name) {
        return packages.containsKey(name);
    }

    @Override
    public Collection<String> list(String packageName) {
        return files.computeIfAbsent(packageName, this::filesOf).keySet();
    }

    @Override
    public Collection<String> packages() {
        return packages.keySet();
    }

    @Override
    public @Nullable LibraryClass load(String internalName) {
        return has(internalName) ? reference(internalName) : null;
    }

    boolean has(String internalName) {
        return file(internalName) != null;
    }

    @Override
    public LibraryClass reference(String internalName) {
        return classes.computeIfAbsent(internalName, name -> new LibraryClass(this, name));
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    private @Nullable Path file(String internalName) {
        int slash = internalName.lastIndexOf('/');
        String packageName = slash < 0 ? "" : internalName.substring(0, slash).replace('/', '.');
        return files.computeIfAbsent(packageName, this::filesOf).get(internalName.substring(slash + 1));
    }

    /** The class files of a package by the names of the classes; asking for files that are not there would cost far more. */
    private Map<String, Path> filesOf(String packageName) {
        Map<String, Path> found = new HashMap<>();
        for (Path module : packages.getOrDefault(packageName, List.of())) {
            try (Stream<Path> all = Files.list(module.resolve(packageName.replace('.', '/')))) {
                all.forEach(file -> {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".class")) {
                        found.putIfAbsent(name.substring(0, name.length() - ".class".length()), file);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /** The class file; that of {@code Object} stands in for one that is not there, so that nothing is claimed about it. */
    @Override
    public ClassModel read(String internalName) {
        Path file = file(internalName);
        try {
            return ClassFile.of()
                    .parse(Files.readAllBytes(
                            file == null ? image.getPath("/modules/java.base/java/lang/Object.class") : file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
