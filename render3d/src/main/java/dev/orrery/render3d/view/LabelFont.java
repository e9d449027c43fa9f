package dev.orrery.render3d.view;

import java.util.Locale;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/**
 * The sizes and weights of text on the map. The family is that of the window around it. Set as an inline style, since a
 * style sheet's inherited font would win over a font that is merely set.
 */
enum LabelFont {
    REGION(15, FontWeight.BOLD),
    REGION_SMALL(13, FontWeight.BOLD),
    STRONG(13, FontWeight.BOLD),
    PLAIN(12, FontWeight.NORMAL),
    SMALL(11, FontWeight.NORMAL);

    private final Font font;
    private final String style;

    LabelFont(double size, FontWeight weight) {
        this.font = Font.font("System", weight, size);
        this.style = String.format(
                Locale.ROOT,
                "-fx-font-size: %.0fpx; -fx-font-weight: %s;",
                size,
                weight == FontWeight.BOLD ? "bold" : "normal");
    }

    void dress(Text text) {
        text.setFont(font);
        text.setStyle(style);
    }
}
