package dev.orrery.app.settings;

import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import org.jspecify.annotations.Nullable;

/** Keeps settings in one file: read at start, written in the background after every change, replaced atomically. */
public final class SettingsStore {
    private static final long LIMIT = 1 << 20;

    private final Path file;
    private final AtomicReference<@Nullable String> waiting = new AtomicReference<>();

    public SettingsStore(Path file) {
        this.file = file;
    }

    /** Fills {@code settings} from the file; a damaged one is set aside. Answers what the user should know. */
    public Optional<UserMessage> load(Settings settings) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LIMIT) {
                throw new IOException("longer than settings can be");
            }
            Settings read = new Settings();
            SettingsFormat.read(Files.readString(file), read);
            settings.themeProperty().set(read.themeProperty().get());
            settings.rendererProperty().set(read.rendererProperty().get());
            settings.sceneProperty().set(read.sceneProperty().get());
            settings.colourProperty().set(read.colourProperty().get());
            settings.reducedMotionProperty().set(read.reducedMotionProperty().get());
            settings.minimapProperty().set(read.minimapProperty().get());
            settings.proposalsProperty().set(read.proposalsProperty().get());
            settings.keys().putAll(read.keys());
            settings.recent().setAll(read.recent());
            return Optional.empty();
        } catch (IOException damaged) {
            return Optional.of(setAside());
        }
    }

    private UserMessage setAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return UserMessage.of("app.settings.damaged", aside.toString());
        } catch (IOException unmovable) {
            return UserMessage.of("app.settings.unreadable", file.toString());
        }
    }

    /** Writes {@code settings} whenever they change from now on. */
    public void keep(Settings settings, Executor background, Consumer<UserMessage> failure) {
        InvalidationListener changed = ignored -> save(settings, background, failure);
        settings.themeProperty().addListener((property, before, now) -> changed.invalidated(property));
        settings.rendererProperty().addListener((property, before, now) -> changed.invalidated(property));
        settings.sceneProperty().addListener((property, before, now) -> changed.invalidated(property));
        settings.colourProperty().addListener((property, before, now) -> changed.invalidated(property));
        settings.reducedMotionProperty().addListener((property, before, now) -> changed.invalidated(property));
        settings.minimapProperty().addListener((property, before, now) -> changed.invalidated(property));
        settings.proposalsProperty().addListener((property, before, now) -> changed.invalidated(property));
        settings.keys().addListener(changed);
        settings.recent().addListener(changed);
    }

    private void save(Settings settings, Executor background, Consumer<UserMessage> failure) {
        if (waiting.getAndSet(SettingsFormat.write(settings)) == null) {
            background.execute(() -> write(failure));
        }
    }

    private synchronized void write(Consumer<UserMessage> failure) {
        String text = waiting.getAndSet(null);
        if (text == null) {
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            failure.accept(UserMessage.of("app.settings.unwritable", file.toString()));
        }
    }
}
