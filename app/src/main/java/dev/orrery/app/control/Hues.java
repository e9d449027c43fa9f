package dev.orrery.app.control;

import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.Palette;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.paint.Color;

/** The colours of the map's regions in the present theme, for the dots beside the map. FX thread only. */
public final class Hues {
    private static final Color NEUTRAL = Color.web("#8b949e");

    private final ObjectProperty<MapTheme> theme = new SimpleObjectProperty<>(MapTheme.DARK);
    /** One value a hue: what is mapped from a property stays with it for as long as somebody, even if forgotten, looks. */
    private final Map<Integer, ObservableValue<Color>> colors = new HashMap<>();

    /** Whether surfaces are dark or light. */
    public ObjectProperty<MapTheme> themeProperty() {
        return theme;
    }

    /** The colour of a hue, following the theme; negative hues are no region's. */
    public ObservableValue<Color> color(int hue) {
        return colors.computeIfAbsent(
                hue,
                one -> theme.map(now -> one < 0 ? NEUTRAL : rgb(Palette.of(now).region(one))));
    }

    private static Color rgb(int rgb) {
        return Color.rgb((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);
    }
}
