package dev.orrery.render3d.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.orrery.base.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real windows on a display of their own (Xvfb), one process for each renderer. */
@Tag("slow")
class WindowTest {
    @ParameterizedTest
    @EnumSource(
            value = RendererChoice.class,
            names = {"GL", "FXYZ"})
    void aRendererComesUpInAWindowAndEveryBodyCanBePicked(RendererChoice choice) throws Exception {
        Process display = display();
        try (BufferedReader number = display.inputReader()) {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "--sun-misc-unsafe-memory-access=allow",
                            choice == RendererChoice.FXYZ ? "-Dprism.forceGPU=true" : "-Dprism.order=sw",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WindowProbe.class.getName(),
                            choice.name())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("DISPLAY", ":" + number.readLine());
            Process probe = builder.start();
            assertTrue(probe.waitFor(240, TimeUnit.SECONDS), "the window did not settle");
            assertEquals(0, probe.exitValue(), "3: another renderer came up; 4: bodies could not be picked");
        } finally {
            display.destroy();
        }
    }

    private static Process display() throws IOException {
        if (Platform.current() != Platform.LINUX || !Files.isExecutable(Path.of("/usr/bin/Xvfb"))) {
            return abort("skipped: no Xvfb on this machine");
        }
        return new ProcessBuilder(List.of("/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
