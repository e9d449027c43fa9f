package dev.orrery.app.control;

import javafx.scene.shape.Circle;

/** The coloured dot that says which region of the map something lies in. */
public final class Dot extends Circle {
    private static final double RADIUS = 4;

    private final Hues hues;

    public Dot(Hues hues) {
        super(RADIUS);
        this.hues = hues;
        getStyleClass().add("region-dot");
    }

    public Dot(Hues hues, int hue) {
        this(hues);
        show(hue);
    }

    public void show(int hue) {
        fillProperty().bind(hues.color(hue));
    }
}
