package dev.orrery.app.control;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A figure and what it counts. */
public final class MetricCard extends VBox {
    public MetricCard(String value, String label) {
        getStyleClass().add("metric-card");
        Label figure = Nodes.data(value, "metric-value");
        Label caption = Nodes.label(label, "metric-label");
        getChildren().addAll(figure, caption);
        setAccessibleText(value + " " + label);
    }
}
