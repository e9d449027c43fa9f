package dev.orrery.app.shell;

import dev.orrery.app.command.Commands;
import dev.orrery.app.command.KeyChoices;
import dev.orrery.app.session.Workbench;
import dev.orrery.app.settings.Settings;
import javafx.scene.Scene;

/**
 * A window's contents with what drives them.
 *
 * @param window what is inside the frame
 * @param workbench which repository and room are shown
 * @param settings what the user chose
 * @param themes the colours
 * @param commands all actions
 * @param keys which keys run them
 * @param models the rooms that have to do with models; to be closed with the window
 */
public record ComposedWindow(
        OrreryWindow window,
        Workbench workbench,
        Settings settings,
        Themes themes,
        Commands commands,
        KeyChoices keys,
        ModelRooms models) {

    /** Puts the contents into a scene that has its colours and hears its keys. */
    public Scene scene(int width, int height) {
        Scene scene = new Scene(window, width, height);
        themes.follow(scene);
        new KeyDispatch(commands, keys, scene);
        return scene;
    }
}
