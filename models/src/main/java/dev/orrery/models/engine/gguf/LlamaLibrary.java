package dev.orrery.models.engine.gguf;

import de.kherud.llama.args.PoolingType;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineStatus;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** llama.cpp's native library: whether there is one for this system, and where it lies. It is never loaded into this process. */
final class LlamaLibrary {
    private static final String VERSION = "4.2.0";
    private static final String OPENMP = "libgomp.so.1";

    private final Path folder;

    /** @param folder where the library is unpacked, some 6 MB */
    LlamaLibrary(Path folder) {
        this.folder = folder;
    }

    EngineStatus status(String id) {
        String resource = resource();
        if (resource == null) {
            return new EngineStatus(
                    id,
                    false,
                    UserMessage.of(
                            "models.gguf.nonative",
                            System.getProperty("os.name", "?") + " " + System.getProperty("os.arch", "?")));
        }
        if (!Files.isExecutable(java())) {
            return new EngineStatus(id, false, UserMessage.of("models.gguf.nojava", java().toString()));
        }
        if (isLinux() && !isThere(OPENMP)) {
            return new EngineStatus(id, false, UserMessage.of("models.gguf.noopenmp", OPENMP));
        }
        return new EngineStatus(id, true, UserMessage.of("models.gguf.runs", VERSION));
    }

    static boolean isLinux() {
        return System.getProperty("os.name", "").startsWith("Linux");
    }

    /** The Java that runs this process. */
    static Path java() {
        boolean windows = System.getProperty("os.name", "").startsWith("Win");
        return Path.of(System.getProperty("java.home", "."), "bin", windows ? "java.exe" : "java");
    }

    /** The jars and folders that the child needs: this module and the binding. */
    static List<Path> classPath() {
        return Stream.of(GgufWorker.class, PoolingType.class)
                .map(LlamaLibrary::origin)
                .toList();
    }

    private static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException odd) {
            throw new IllegalStateException(odd);
        }
    }

    /** The folder with the library in it, unpacked if it was not. */
    Path unpacked() throws EngineException {
        String resource = resource();
        if (resource == null) {
            throw new EngineException(
                    EngineException.Kind.UNAVAILABLE, status("gguf").reason());
        }
        Path target = folder.resolve("llama-" + VERSION);
        Path library = target.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        try (InputStream in = LlamaLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource);
            }
            URL url = LlamaLibrary.class.getResource(resource);
            if (!Files.exists(library)
                    || url != null
                            && Files.size(library) != url.openConnection().getContentLengthLong()) {
                Files.createDirectories(target);
                Path part = Files.createTempFile(target, "unpacking", ".tmp");
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
                Files.move(part, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
            return target;
        } catch (IOException full) {
            throw new EngineException(
                    EngineException.Kind.UNAVAILABLE,
                    UserMessage.of("models.gguf.unpack", target.toString(), String.valueOf(full.getMessage())),
                    full);
        }
    }

    private static @Nullable String resource() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "");
        String os = name.startsWith("win") ? "Windows" : name.startsWith("mac") ? "Mac" : "Linux";
        String resource = "/de/kherud/llama/" + os + "/" + (arch.equals("amd64") ? "x86_64" : arch) + "/"
                + System.mapLibraryName("jllama");
        return LlamaLibrary.class.getResource(resource) == null ? null : resource;
    }

    private static boolean isThere(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }
}
