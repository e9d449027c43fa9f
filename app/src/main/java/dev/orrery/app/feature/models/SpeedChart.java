package dev.orrery.app.feature.models;

import dev.orrery.app.control.Nodes;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/** Tokens a second of the last runs, from zero up, oldest at the left. */
final class SpeedChart extends Region {
    private static final double HEIGHT = 64;
    private static final double EDGE = 6;
    private static final double RADIUS = 3;

    private final double[] values;

    SpeedChart(double[] values) {
        this.values = values.clone();
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        getStyleClass().add("speed-chart");
    }

    @Override
    protected void layoutChildren() {
        double most = 1e-9;
        for (double value : values) {
            most = Math.max(most, value);
        }
        List<Node> nodes = new ArrayList<>();
        for (double share : new double[] {0, 0.5, 1}) {
            double y = Math.round(EDGE + (1 - share) * (HEIGHT - 2 * EDGE)) + 0.5;
            nodes.add(Nodes.styled(new Line(0, y, getWidth(), y), "speed-grid"));
        }
        Polyline line = Nodes.styled(new Polyline(), "speed-line");
        nodes.add(line);
        for (int i = 0; i < values.length; i++) {
            double x = EDGE + i * (getWidth() - 2 * EDGE) / Math.max(1, values.length - 1);
            double y = EDGE + (1 - values[i] / most) * (HEIGHT - 2 * EDGE);
            line.getPoints().addAll(x, y);
            nodes.add(Nodes.styled(new Circle(x, y, RADIUS), "speed-dot"));
        }
        getChildren().setAll(nodes);
    }
}
