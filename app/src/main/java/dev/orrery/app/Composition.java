package dev.orrery.app;

import dev.orrery.api.UserMessage;
import dev.orrery.app.command.Commands;
import dev.orrery.app.command.KeyChoices;
import dev.orrery.app.control.Hues;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.open.Composer;
import dev.orrery.app.open.EarlyOpening;
import dev.orrery.app.open.Look;
import dev.orrery.app.session.Tasks;
import dev.orrery.app.session.Threads;
import dev.orrery.app.session.Workbench;
import dev.orrery.app.settings.Settings;
import dev.orrery.app.settings.SettingsStore;
import dev.orrery.app.shell.ComposedWindow;
import dev.orrery.app.shell.MapChoices;
import dev.orrery.app.shell.ModelRooms;
import dev.orrery.app.shell.OrreryWindow;
import dev.orrery.app.shell.Themes;
import dev.orrery.app.shell.WindowParts;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Messages;
import dev.orrery.models.Models;
import dev.orrery.render3d.view.RendererChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The composition root: wires the window's parts by hand. */
public final class Composition implements Composer {
    private final AppFolders folders;
    private final Messages messages;
    private final EarlyOpening opener;
    private final Settings settings = new Settings();
    private final SettingsStore store;
    private final Optional<UserMessage> settingsTrouble;

    public Composition(AppFolders folders, Messages messages, Workbench.Opener opener) {
        this.folders = folders;
        this.messages = messages;
        this.opener = new EarlyOpening(opener);
        this.store = new SettingsStore(folders.config().resolve("settings.json"));
        this.settingsTrouble = store.load(settings);
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public void expect(Path folder) {
        opener.begin(folder);
    }

    @Override
    public ComposedWindow compose(Threads threads, RendererChoice renderer, Look look) {
        Tasks tasks = new Tasks(threads);
        Workbench workbench = new Workbench(opener, threads, tasks, settings::remember);
        store.keep(settings, threads.background(), message -> threads.ui().execute(() -> workbench.say(message)));
        settingsTrouble.ifPresent(workbench::say);
        Commands commands = new Commands();
        KeyChoices keys = new KeyChoices(commands, settings.keys());
        Hues hues = new Hues();
        ViewContext context = new ViewContext(messages, commands, keys, hues);
        Themes themes = new Themes(settings.themeProperty(), hues, look.theme());
        MapChoices choices = new MapChoices(
                once(look.scene(), settings.sceneProperty()), once(look.colour(), settings.colourProperty()));
        ModelRooms models = new ModelRooms(
                context,
                threads,
                tasks,
                Models.rules(folders, message -> threads.ui().execute(() -> workbench.say(message))),
                () -> Models.open(folders, List.of(), System.getenv(), message -> threads.ui()
                        .execute(() -> workbench.say(message))));
        OrreryWindow window = new OrreryWindow(
                context,
                workbench,
                settings,
                new WindowParts(folders, tasks, threads, themes, renderer, choices, models));
        return new ComposedWindow(window, workbench, settings, themes, commands, keys, models);
    }

    /** What the command line asks for holds for once; what the user chooses is remembered. */
    private static <T> ObjectProperty<T> once(Optional<T> asked, ObjectProperty<T> remembered) {
        ObjectProperty<T> shown = new SimpleObjectProperty<>(asked.orElse(remembered.get()));
        shown.subscribe((before, now) -> remembered.set(now));
        return shown;
    }
}
