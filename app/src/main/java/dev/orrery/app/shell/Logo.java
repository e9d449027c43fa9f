package dev.orrery.app.shell;

import dev.orrery.app.control.Nodes;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;

/** A ring and the body that goes round on it. */
final class Logo extends Pane {
    Logo() {
        Circle ring = Nodes.styled(new Circle(12, 12, 8), "logo-ring");
        Circle body = Nodes.styled(new Circle(18, 6, 3.5), "logo-body");
        setMinSize(24, 24);
        setMaxSize(24, 24);
        getChildren().addAll(ring, body);
    }
}
