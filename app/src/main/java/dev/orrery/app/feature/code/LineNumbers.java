package dev.orrery.app.feature.code;

import dev.orrery.app.control.Nodes;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import jfx.incubator.scene.control.richtext.SideDecorator;

/** The numbers of the lines, without separators, so that they read as in every editor; where something is wrong they say so. */
final class LineNumbers implements SideDecorator {
    private static final int LEAST_DIGITS = 4;

    private final IntSupplier lines;
    private final IntPredicate marked;

    /**
     * @param lines how many lines there are now
     * @param marked whether something is wrong on a 0-based line
     */
    LineNumbers(IntSupplier lines, IntPredicate marked) {
        this.lines = lines;
        this.marked = marked;
    }

    /** Zero: the width is that of the measuring node. */
    @Override
    public double getPrefWidth(double viewWidth) {
        return 0;
    }

    @Override
    public Node getMeasurementNode(int index) {
        return label("0"
                .repeat(Math.max(
                        LEAST_DIGITS, Integer.toString(lines.getAsInt()).length())));
    }

    @Override
    public Node getNode(int index) {
        Label label = label(Integer.toString(index + 1));
        label.setUserData(index);
        if (marked.test(index)) {
            label.getStyleClass().add("line-problem");
        }
        return label;
    }

    private static Label label(String text) {
        Label label = Nodes.data(text, "line-number");
        label.setAlignment(Pos.TOP_RIGHT);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
