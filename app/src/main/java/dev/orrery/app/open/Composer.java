package dev.orrery.app.open;

import dev.orrery.app.session.Threads;
import dev.orrery.app.settings.Settings;
import dev.orrery.app.shell.ComposedWindow;
import dev.orrery.render3d.view.RendererChoice;
import java.nio.file.Path;

/** Makes the window's parts; the settings are there before the toolkit is. */
public interface Composer {
    Settings settings();

    /** Begins to open a repository that the window will ask for first; any thread. */
    void expect(Path folder);

    /**
     * On the FX thread.
     *
     * @param look what was asked for this once
     */
    ComposedWindow compose(Threads threads, RendererChoice renderer, Look look);
}
