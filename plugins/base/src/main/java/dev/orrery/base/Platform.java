package dev.orrery.base;

import java.util.Locale;

/** The operating system and processor this process runs on. */
public enum Platform {
    LINUX,
    MACOS,
    WINDOWS;

    /** The system of this process; unknown ones are treated as Linux. */
    public static Platform current() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return WINDOWS;
        }
        return name.contains("mac") ? MACOS : LINUX;
    }

    /** The processor as native libraries name it: {@code x86_64} or {@code aarch64}. */
    public static String architecture() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return name.equals("amd64") || name.equals("x86_64") ? "x86_64" : name.equals("arm64") ? "aarch64" : name;
    }
}
