package dev.orrery.app.open;

import dev.orrery.app.session.Threads;
import dev.orrery.app.settings.Settings;
import dev.orrery.app.settings.ThemeChoice;
import dev.orrery.app.shell.ComposedWindow;
import dev.orrery.render3d.scene.MapScene;
import dev.orrery.render3d.view.RendererChoice;
import java.util.Optional;

/** Makes the window's parts; the settings are there before the toolkit is. */
public interface Composer {
    Settings settings();

    /**
     * On the FX thread.
     *
     * @param theme the colours for this once, in place of the user's
     * @param scene the scene of the map to begin with, in place of the one shown last
     */
    ComposedWindow compose(
            Threads threads, RendererChoice renderer, Optional<ThemeChoice> theme, Optional<MapScene> scene);
}
