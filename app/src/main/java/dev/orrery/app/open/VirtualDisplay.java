package dev.orrery.app.open;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A screen in memory, for machines without a display: the X server Xvfb, which needs no rights and hears no network. A shell
 * watches over it and ends it when this process is gone, whatever ended it.
 */
final class VirtualDisplay implements AutoCloseable {
    private static final String SERVER = "Xvfb";
    private static final String WATCH = SERVER + " \"$@\" & server=$!; exec >&-; read -r end; kill $server";

    private final Process watch;

    private VirtualDisplay(Process watch) {
        this.watch = watch;
    }

    /** Starts a screen and makes it the display of this process; before the toolkit starts. */
    static VirtualDisplay start(int width, int height) throws OrreryException {
        if (!isInstalled(System.getenv().getOrDefault("PATH", ""))) {
            throw new OrreryException(UserMessage.of("app.bench.noXvfb"));
        }
        String screen = width + "x" + height + "x24";
        List<String> command =
                List.of("sh", "-c", WATCH, SERVER, "-displayfd", "1", "-screen", "0", screen, "-nolisten", "tcp");
        try {
            VirtualDisplay display = new VirtualDisplay(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
            String number = display.number();
            if (number == null) {
                display.close();
                throw new OrreryException(UserMessage.of("app.bench.xvfb"));
            }
            setEnvironment("DISPLAY", ":" + number.strip());
            return display;
        } catch (IOException refused) {
            throw new OrreryException(UserMessage.of("app.bench.xvfb"), refused);
        }
    }

    static boolean isInstalled(String path) {
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, SERVER)));
    }

    /** What the server calls itself once it serves; null where it ended instead. */
    private @Nullable String number() throws IOException {
        try (BufferedReader says = watch.inputReader(StandardCharsets.US_ASCII)) {
            return says.readLine();
        }
    }

    /** The toolkit asks the C library, whose environment Java cannot write. */
    private static void setEnvironment(String name, String value) throws OrreryException {
        Linker linker = Linker.nativeLinker();
        MethodHandle setenv = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("setenv"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        int refused;
        try (Arena arena = Arena.ofConfined()) {
            refused = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
        } catch (Throwable impossible) { // what every method handle may throw; a C function throws nothing
            throw new IllegalStateException(impossible);
        }
        if (refused != 0) {
            throw new OrreryException(UserMessage.of("app.bench.xvfb"));
        }
    }

    @Override
    public void close() throws IOException {
        watch.getOutputStream().close();
    }
}
