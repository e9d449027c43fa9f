package dev.orrery.models.engine.djl;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.EngineStatus;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * libtorch in this process: whether it is there for this system, and bringing it up once. Called on the engine's thread, but for
 * {@link #status}.
 */
final class PyTorch {
    /** Held, because the log forgets the level of a logger that nobody holds. */
    private static final Logger LIBRARY_LOG = Logger.getLogger("ai.djl");

    private static final String NATIVE = "native/lib/pytorch.properties";

    /** As measured on Linux; taken for granted where the system does not tell. */
    private static final long USUAL_BYTES = 150_000_000;

    private static final long MOST_BYTES = 1_000_000_000;

    private final Path nativeFolder;
    private volatile @Nullable UserMessage failure;
    private volatile long libraryBytes;
    private @Nullable Engine engine;

    /** @param nativeFolder where the native library is unpacked, some 430 MB */
    PyTorch(Path nativeFolder) {
        this.nativeFolder = nativeFolder;
    }

    EngineStatus status(String id) {
        UserMessage failed = failure;
        if (failed != null) {
            return new EngineStatus(id, false, failed);
        }
        String system = system();
        Properties bundled = new Properties();
        try (InputStream in = PyTorch.class.getClassLoader().getResourceAsStream(NATIVE)) {
            if (in != null) {
                bundled.load(in);
            }
        } catch (IOException unreadable) {
            return new EngineStatus(
                    id, false, UserMessage.of("models.djl.failed", String.valueOf(unreadable.getMessage())));
        }
        if (!system.equals(bundled.getProperty("classifier", ""))) {
            return new EngineStatus(id, false, UserMessage.of("models.djl.nonative", system));
        }
        return new EngineStatus(
                id, true, UserMessage.of("models.djl.runs", bundled.getProperty("version", "?"), system));
    }

    /** The system as DJL's native libraries call it. */
    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "");
        String os = name.startsWith("win") ? "win" : name.startsWith("mac") ? "osx" : "linux";
        return os + "-" + (arch.equals("amd64") ? "x86_64" : arch);
    }

    /** The library, unpacked and loaded if it was not. */
    Engine engine() throws EngineException {
        if (engine != null) {
            return engine;
        }
        EngineStatus status = status("djl");
        if (!status.runs()) {
            throw new EngineException(EngineException.Kind.UNAVAILABLE, status.reason());
        }
        LIBRARY_LOG.setLevel(Level.SEVERE);
        waitAsleep();
        // DJL reads these once, when its classes are loaded. Its graph optimiser would specialise the code for every
        // length of a prompt:
        // the same answer took four times as long with it.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ENGINE_CACHE_DIR", nativeFolder.toString());
        if (System.getProperty("jna.tmpdir") == null) {
            System.setProperty("jna.tmpdir", nativeFolder.toString());
        }
        try {
            Files.createDirectories(nativeFolder);
            long before = ResidentMemory.bytes();
            Engine loaded = Engine.getEngine("PyTorch");
            libraryBytes = before == 0 ? USUAL_BYTES : Math.clamp(ResidentMemory.bytes() - before, 0, MOST_BYTES);
            engine = loaded;
            return loaded;
        } catch (IOException | RuntimeException | LinkageError | AssertionError broken) {
            UserMessage why = UserMessage.of(
                    "models.djl.failed", String.valueOf(root(broken).getMessage()));
            failure = why;
            throw new EngineException(EngineException.Kind.UNAVAILABLE, why, broken);
        }
    }

    /**
     * Has the threads of libtorch's OpenMP sleep while they wait for one another. By default they spin, and where other programs hold the
     * cores, each of a token's many short steps then waits for a thread that is not running: 40 to 350 ms a token on two busy cores, 3 asleep.
     * OpenMP asks the environment when it is loaded, and Java cannot set that.
     */
    private static void waitAsleep() {
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("setenv").ifPresent(setenv -> {
            try (Arena arena = Arena.ofConfined()) {
                int kept = (int) linker.downcallHandle(
                                setenv,
                                FunctionDescriptor.of(
                                        ValueLayout.JAVA_INT,
                                        ValueLayout.ADDRESS,
                                        ValueLayout.ADDRESS,
                                        ValueLayout.JAVA_INT))
                        .invokeExact(arena.allocateFrom("OMP_WAIT_POLICY"), arena.allocateFrom("passive"), 0);
                LIBRARY_LOG.log(Level.FINE, "OMP_WAIT_POLICY: {0}", kept);
            } catch (Throwable failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    /** What the library took when it was brought up, as the process grew meanwhile; 0 before. */
    long libraryBytes() {
        return libraryBytes;
    }

    /** Where a model is put: on the graphics processor, where layers are wanted there and CUDA is present. */
    static Device device(Engine engine, int gpuLayers) {
        return gpuLayers > 0 && engine.getGpuCount() > 0 ? Device.gpu() : Device.cpu();
    }

    /** Threads for the work of the calling thread; PyTorch keeps this for each thread apart. */
    static void useThreads(int threads) {
        if (JniUtils.getNumThreads() != threads) {
            JniUtils.setNumThreads(threads);
        }
    }

    private static Throwable root(Throwable throwable) {
        Throwable cause = throwable;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause;
    }
}
