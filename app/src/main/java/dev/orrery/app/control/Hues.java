package dev.orrery.app.control;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.paint.Color;

/** The colours of the map's regions in the present theme, for the dots beside the map. FX thread only. */
public final class Hues {
    private static final int[] DARK = {
        0x6EA8FE, 0xE3B363, 0x9BD06B, 0xB594F0, 0xF0707F, 0x6FD6C8, 0xF29A5C, 0x7CC7F2, 0xE58AC0, 0xC9CF5E
    };
    private static final int NEUTRAL = 0x8B949E;

    private final ObjectProperty<Shade> shade = new SimpleObjectProperty<>(Shade.DARK);

    /** Whether surfaces are dark or light. */
    public enum Shade {
        DARK,
        LIGHT
    }

    public ObjectProperty<Shade> shadeProperty() {
        return shade;
    }

    /** The colour of a hue, following the theme. */
    public ObservableValue<Color> color(int hue) {
        return shade.map(now -> hue < 0 ? rgb(NEUTRAL) : rgb(DARK[hue % DARK.length]));
    }

    private static Color rgb(int rgb) {
        return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
