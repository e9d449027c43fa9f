package dev.orrery.app;

import dev.orrery.api.UserMessage;
import dev.orrery.app.command.Commands;
import dev.orrery.app.command.KeyChoices;
import dev.orrery.app.control.Hues;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.Tasks;
import dev.orrery.app.session.Threads;
import dev.orrery.app.session.Workbench;
import dev.orrery.app.settings.Settings;
import dev.orrery.app.settings.SettingsStore;
import dev.orrery.app.shell.OrreryWindow;
import dev.orrery.app.shell.Themes;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Messages;
import dev.orrery.render3d.view.RendererChoice;
import java.util.Optional;

/** The composition root: wires the window's parts by hand. Made on the FX thread, once a window. */
public final class Composition {
    private final Settings settings = new Settings();
    private final Workbench workbench;
    private final OrreryWindow window;
    private final Themes themes;

    public Composition(
            AppFolders folders, Messages messages, Threads threads, Workbench.Opener opener, RendererChoice renderer) {
        SettingsStore store = new SettingsStore(folders.config().resolve("settings.json"), threads.background());
        Optional<UserMessage> trouble = store.load(settings);
        Tasks tasks = new Tasks(threads);
        workbench = new Workbench(opener, threads, tasks, settings::remember);
        store.keep(settings, message -> threads.ui().execute(() -> workbench.say(message)));
        trouble.ifPresent(workbench::say);
        Commands commands = new Commands();
        Hues hues = new Hues();
        ViewContext context = new ViewContext(messages, commands, new KeyChoices(commands, settings.keys()), hues);
        window = new OrreryWindow(context, workbench, settings, tasks, threads, renderer);
        themes = new Themes(settings.themeProperty(), hues);
    }

    public Settings settings() {
        return settings;
    }

    public Workbench workbench() {
        return workbench;
    }

    public OrreryWindow window() {
        return window;
    }

    public Themes themes() {
        return themes;
    }
}
