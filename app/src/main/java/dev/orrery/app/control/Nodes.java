package dev.orrery.app.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Short ways to the nodes that every screen is made of. */
public final class Nodes {
    private Nodes() {}

    public static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /** A label whose text is data, a name or a path, not a translated sentence. */
    public static Label data(String text, String... styleClasses) {
        Label label = label(text, styleClasses);
        markData(label);
        return label;
    }

    /** Marks a node whose text comes from the repository or the machine, so that no translation is expected. */
    public static <N extends Node> N markData(N node) {
        node.getProperties().put("orrery.data", Boolean.TRUE);
        return node;
    }

    public static boolean isData(Node node) {
        return node.getProperties().containsKey("orrery.data");
    }

    /** Takes all free width of a row. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    public static <N extends Node> N styled(N node, String... styleClasses) {
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    /** Takes no room while it is not visible. */
    public static <N extends Node> N collapsing(N node) {
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }
}
