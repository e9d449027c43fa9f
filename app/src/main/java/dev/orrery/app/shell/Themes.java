package dev.orrery.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.orrery.app.control.Hues;
import dev.orrery.app.settings.ThemeChoice;
import dev.orrery.render3d.scene.MapTheme;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;

/** Puts the chosen colours on a scene and follows the system where the user chose to. FX thread only. */
public final class Themes {
    private final ObservableValue<ThemeChoice> choice;
    private final Hues hues;

    public Themes(ObservableValue<ThemeChoice> choice, Hues hues) {
        this.choice = choice;
        this.hues = hues;
    }

    /** Applies the theme to {@code scene} now and after every change. */
    public void follow(Scene scene) {
        choice.subscribe(chosen -> apply(scene));
        Platform.getPreferences().colorSchemeProperty().subscribe((before, now) -> apply(scene));
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
        return switch (choice.getValue()) {
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
