package dev.orrery.app.cli;

import dev.orrery.base.Platform;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether standard error is a terminal; the JDK only tells it of the other two. */
final class StandardError {
    private StandardError() {}

    static boolean isTerminal() {
        if (Platform.current() == Platform.LINUX) {
            try {
                String target =
                        Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            } catch (IOException | UnsupportedOperationException unknown) {
                return false;
            }
        }
        Console console = System.console();
        return console != null && console.isTerminal();
    }
}
