package dev.orrery.app.open;

import dev.orrery.base.Platform;
import dev.orrery.render3d.view.RendererChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Decides, before the toolkit starts, how JavaFX draws its own part on this machine. */
final class Display {
    private Display() {}

    /** Whether a window can be opened at all. */
    static boolean isThere(Platform platform, Map<String, String> environment) {
        return switch (platform) {
            case WINDOWS, MACOS -> true;
            case LINUX ->
                !environment.getOrDefault("DISPLAY", "").isBlank()
                        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
        };
    }

    /** For pictures without a window. */
    static void prepareHeadless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /**
     * Where GL is software, the map and JavaFX would compete for the same cores, so JavaFX draws its controls in software
     * of its own; only its 3D needs the GL pipeline.
     */
    static void prepare(Platform platform, RendererChoice renderer) {
        if (platform != Platform.LINUX || System.getProperty("prism.order") != null) {
            return;
        }
        if (renderer == RendererChoice.FXYZ) {
            System.setProperty("prism.order", "es2,sw");
            System.setProperty("prism.forceGPU", "true");
        } else if (!hasGraphicsCard()) {
            System.setProperty("prism.order", "sw");
        }
    }

    private static boolean hasGraphicsCard() {
        return Files.exists(Path.of("/dev/dri/renderD128")) || Files.exists(Path.of("/dev/nvidiactl"));
    }
}
