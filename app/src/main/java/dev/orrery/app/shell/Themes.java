package dev.orrery.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.orrery.app.control.Hues;
import dev.orrery.app.settings.ThemeChoice;
import dev.orrery.render3d.scene.MapTheme;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** Puts the chosen colours on a scene and follows the system where the user chose to. FX thread only. */
public final class Themes {
    private final ObjectProperty<ThemeChoice> chosen;
    private final ObjectProperty<ThemeChoice> shown;
    private final Hues hues;

    /**
     * @param chosen what the user chose for good
     * @param once what to show until the user chooses anew
     */
    public Themes(ObjectProperty<ThemeChoice> chosen, Hues hues, Optional<ThemeChoice> once) {
        this.chosen = chosen;
        this.hues = hues;
        this.shown = new SimpleObjectProperty<>(once.orElse(chosen.get()));
        chosen.subscribe((before, now) -> shown.set(now));
    }

    /** Applies the theme to {@code scene} now and after every change. */
    public void follow(Scene scene) {
        shown.subscribe(choice -> apply(scene));
        Platform.getPreferences().colorSchemeProperty().subscribe((before, now) -> apply(scene));
    }

    /** Chooses light where dark is shown, and the other way round. */
    public void toggle() {
        ThemeChoice other =
                switch (shade()) {
                    case DARK -> ThemeChoice.LIGHT;
                    case LIGHT -> ThemeChoice.DARK;
                };
        chosen.set(other);
        shown.set(other);
    }

    private void apply(Scene scene) {
        MapTheme shade = shade();
        Application.setUserAgentStylesheet(
                switch (shade) {
                    case DARK -> new PrimerDark().getUserAgentStylesheetBSS();
                    case LIGHT -> new PrimerLight().getUserAgentStylesheetBSS();
                });
        String palette =
                switch (shade) {
                    case DARK -> "dark.css";
                    case LIGHT -> "light.css";
                };
        scene.getStylesheets().setAll(sheet(palette), sheet("orrery.css"));
        hues.themeProperty().set(shade);
    }

    private MapTheme shade() {
        return switch (shown.get()) {
            case DARK -> MapTheme.DARK;
            case LIGHT -> MapTheme.LIGHT;
            case SYSTEM ->
                Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT ? MapTheme.LIGHT : MapTheme.DARK;
        };
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Themes.class.getResource("/dev/orrery/app/theme/" + name), name)
                .toExternalForm();
    }
}
