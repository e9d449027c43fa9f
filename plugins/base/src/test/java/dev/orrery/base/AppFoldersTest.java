package dev.orrery.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AppFoldersTest {
    private final Path home = Path.of("/home/ada");

    @Test
    void orreryHomeMovesEverything() {
        AppFolders folders = AppFolders.of(Platform.LINUX, Map.of("ORRERY_HOME", "/x", "XDG_CACHE_HOME", "/y"), home);
        assertEquals(new AppFolders(Path.of("/x/config"), Path.of("/x/data"), Path.of("/x/cache")), folders);
    }

    @Test
    void relativeXdgFoldersAreIgnoredAsTheSpecificationTells() {
        AppFolders folders = AppFolders.of(Platform.LINUX, Map.of("XDG_CACHE_HOME", "here"), home);
        assertEquals(home.resolve(".cache/orrery"), folders.cache());
    }

    @Test
    void everySystemHasItsUsualPlaces() {
        assertEquals(
                home.resolve("Library/Caches/Orrery"),
                AppFolders.of(Platform.MACOS, Map.of(), home).cache());
        assertEquals(
                home.resolve("AppData/Local/orrery/cache"),
                AppFolders.of(Platform.WINDOWS, Map.of(), home).cache());
        assertEquals(
                home.resolve(".config/orrery"),
                AppFolders.of(Platform.LINUX, Map.of(), home).config());
    }
}
