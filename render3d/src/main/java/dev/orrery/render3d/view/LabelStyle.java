package dev.orrery.render3d.view;

import dev.orrery.render3d.scene.MapTheme;
import javafx.scene.paint.Color;

/** The colours of labels, chosen so that text keeps a contrast of 4.5 to 1. */
enum LabelStyle {
    DARK(Color.web("#0b1018", 0.8), Color.web("#ffffff", 0.07), Color.web("#e8eef7"), Color.web("#a4b1c4")),
    LIGHT(Color.web("#ffffff", 0.88), Color.web("#1b2a41", 0.12), Color.web("#1c2635"), Color.web("#536175"));

    final Color chip;
    final Color border;
    final Color text;
    final Color quiet;

    LabelStyle(Color chip, Color border, Color text, Color quiet) {
        this.chip = chip;
        this.border = border;
        this.text = text;
        this.quiet = quiet;
    }

    static LabelStyle of(MapTheme theme) {
        return switch (theme) {
            case DARK -> DARK;
            case LIGHT -> LIGHT;
        };
    }

    /** Under much small text, whatever lies below. */
    Color plate() {
        return Color.color(chip.getRed(), chip.getGreen(), chip.getBlue(), 0.93);
    }

    /** A hue as text: as it is on the dark chip, darkened on the light one. */
    Color hue(int rgb) {
        Color colour = Color.rgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255);
        return this == LIGHT ? colour.deriveColor(0, 1.1, 0.68, 1) : colour.deriveColor(0, 0.92, 1.08, 1);
    }
}
