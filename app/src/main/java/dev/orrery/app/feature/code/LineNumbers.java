package dev.orrery.app.feature.code;

import dev.orrery.app.control.Nodes;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import jfx.incubator.scene.control.richtext.SideDecorator;

/** The numbers of the lines, without separators, so that they read as in every editor. */
final class LineNumbers implements SideDecorator {
    private static final int LEAST_DIGITS = 4;

    private final int lines;

    LineNumbers(int lines) {
        this.lines = lines;
    }

    /** Zero: the width is that of the measuring node. */
    @Override
    public double getPrefWidth(double viewWidth) {
        return 0;
    }

    @Override
    public Node getMeasurementNode(int index) {
        return label("0".repeat(Math.max(LEAST_DIGITS, Integer.toString(lines).length())));
    }

    @Override
    public Node getNode(int index) {
        return label(Integer.toString(index + 1));
    }

    private static Label label(String text) {
        Label label = Nodes.data(text, "line-number");
        label.setAlignment(Pos.TOP_RIGHT);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
