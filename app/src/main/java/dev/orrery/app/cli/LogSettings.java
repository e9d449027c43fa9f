package dev.orrery.app.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * What of the logs reaches standard error: nothing, because it belongs to messages for the user, or everything from the
 * level that {@code ORRERY_LOG} names. The JDK makes one of these when something logs for the first time.
 */
public final class LogSettings {
    public LogSettings() throws IOException {
        String level = System.getenv().getOrDefault("ORRERY_LOG", "OFF");
        String settings = "handlers=java.util.logging.ConsoleHandler\n.level=" + level
                + "\njava.util.logging.ConsoleHandler.level=" + level + "\n";
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)));
    }

    /** Makes these settings the ones of this process, unless the user named others. */
    public static void install() {
        if (System.getProperty("java.util.logging.config.file") == null
                && System.getProperty("java.util.logging.config.class") == null) {
            System.setProperty("java.util.logging.config.class", LogSettings.class.getName());
        }
    }
}
