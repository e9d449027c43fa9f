package dev.orrery.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.UserMessage;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.MapScene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsStoreTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("config/settings.json");
    }

    @Test
    void whatIsChangedIsThereAtTheNextStart() {
        Settings settings = new Settings();
        new SettingsStore(file()).keep(settings, Runnable::run, message -> {
            throw new AssertionError(message);
        });
        settings.themeProperty().set(ThemeChoice.LIGHT);
        settings.rendererProperty().set(RendererPreference.FLAT);
        settings.sceneProperty().set(MapScene.CITY);
        settings.colourProperty().set(ColourBy.CHURN);
        settings.reducedMotionProperty().set(true);
        settings.minimapProperty().set(false);
        settings.keys().put("map.home", "Shortcut+H");
        settings.remember(Path.of("/a b/ü"));
        settings.remember(Path.of("/c"));

        Settings next = new Settings();
        assertTrue(new SettingsStore(file()).load(next).isEmpty());
        assertEquals(ThemeChoice.LIGHT, next.themeProperty().get());
        assertEquals(RendererPreference.FLAT, next.rendererProperty().get());
        assertEquals(MapScene.CITY, next.sceneProperty().get());
        assertEquals(ColourBy.CHURN, next.colourProperty().get());
        assertTrue(next.reducedMotionProperty().get());
        assertFalse(next.minimapProperty().get());
        assertEquals("Shortcut+H", next.keys().get("map.home"));
        assertEquals(List.of(Path.of("/c"), Path.of("/a b/ü")), next.recent());
    }

    @Test
    void aDamagedFileIsSetAsideWithAMessage() throws IOException {
        Files.createDirectories(file().getParent());
        for (String damaged : List.of("", "{", "[]", "{\"version\":2}", "{\"theme\":\"PINK\"}", "{\"keys\":3}", "\0")) {
            Files.writeString(file(), damaged);
            Settings settings = new Settings();
            UserMessage message =
                    new SettingsStore(file()).load(settings).orElseThrow(() -> new AssertionError(damaged));
            assertEquals("app.settings.damaged", message.key());
            assertFalse(Files.exists(file()));
            assertEquals(ThemeChoice.SYSTEM, settings.themeProperty().get());
        }
    }

    @Test
    void whatANewerProgramAddedIsSkipped() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"version\":1,\"later\":{\"a\":[1,{}]},\"theme\":\"DARK\"}");
        Settings settings = new Settings();
        assertTrue(new SettingsStore(file()).load(settings).isEmpty());
        assertEquals(ThemeChoice.DARK, settings.themeProperty().get());
    }

    @Test
    void aFolderThatCannotBeWrittenIsASentence() throws IOException {
        Files.writeString(folder.resolve("config"), "a file where the folder should be");
        List<UserMessage> heard = new ArrayList<>();
        Settings settings = new Settings();
        new SettingsStore(file()).keep(settings, Runnable::run, heard::add);
        settings.themeProperty().set(ThemeChoice.DARK);
        assertEquals("app.settings.unwritable", heard.getFirst().key());
    }
}
