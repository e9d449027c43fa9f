package dev.orrery.base;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where Orrery keeps what it must remember: the system's usual places (XDG base directories on Linux, Application Support
 * and Caches on macOS, AppData on Windows), or all below {@code ORRERY_HOME} where that is set. The folders need not exist.
 *
 * @param config settings
 * @param data models, ledger and other things that cannot be derived again
 * @param cache indexes and everything else that can
 */
public record AppFolders(Path config, Path data, Path cache) {

    /** The folders for this process's environment. */
    public static AppFolders current() {
        return of(Platform.current(), System.getenv(), Path.of(System.getProperty("user.home", ".")));
    }

    static AppFolders of(Platform platform, Map<String, String> environment, Path home) {
        Path moved = absolute(environment.get("ORRERY_HOME"));
        if (moved != null) {
            return new AppFolders(moved.resolve("config"), moved.resolve("data"), moved.resolve("cache"));
        }
        return switch (platform) {
            case LINUX ->
                new AppFolders(
                        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
                        folder(environment, "XDG_DATA_HOME", home.resolve(".local/share")),
                        folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")));
            case MACOS -> {
                Path support = home.resolve("Library/Application Support/Orrery");
                yield new AppFolders(support, support, home.resolve("Library/Caches/Orrery"));
            }
            case WINDOWS -> {
                Path roaming = folder(environment, "APPDATA", home.resolve("AppData/Roaming"));
                Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
                yield new AppFolders(roaming, local.resolve("data"), local.resolve("cache"));
            }
        };
    }

    private static Path folder(Map<String, String> environment, String variable, Path usual) {
        Path set = absolute(environment.get(variable));
        return (set == null ? usual : set).resolve("orrery");
    }

    /** The XDG specification tells to ignore relative paths. */
    private static @Nullable Path absolute(@Nullable String path) {
        if (path == null || path.isBlank()) {
            return null;
        }
        Path parsed = Path.of(path);
        return parsed.isAbsolute() ? parsed : null;
    }
}
