package dev.orrery.app.feature.code;

import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.text.TextFlow;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.TextPos;
import org.jspecify.annotations.Nullable;

/** Says where a place of the text is drawn. The control keeps that to itself, so one looks at the line beside the line's number. */
final class TextBounds {
    private final CodeArea area;

    TextBounds(CodeArea area) {
        this.area = area;
    }

    /** The caret's bounds at a place, in the coordinates of {@code target}; empty where that line is not in view. */
    Optional<Bounds> at(TextPos place, Node target) {
        area.applyCss();
        area.layout();
        Node number = number(place.index());
        TextFlow line = number == null ? null : line(number.getLayoutY());
        if (line == null) {
            return Optional.empty();
        }
        double x = 0;
        double top = Double.MAX_VALUE;
        double bottom = 0;
        for (PathElement element : line.getCaretShape(place.offset(), true)) {
            if (element instanceof MoveTo to) {
                x = to.getX();
                top = Math.min(top, to.getY());
                bottom = Math.max(bottom, to.getY());
            } else if (element instanceof LineTo to) {
                bottom = Math.max(bottom, to.getY());
            }
        }
        if (top > bottom || bottom - top < 1) {
            top = 0;
            bottom = line.getHeight();
        }
        return Optional.of(target.sceneToLocal(line.localToScene(new BoundingBox(x, top, 1, bottom - top))));
    }

    private @Nullable Node number(int line) {
        if (area.lookup(".left-side") instanceof Parent gutter) {
            for (Node node : gutter.getChildrenUnmodifiable()) {
                if (Integer.valueOf(line).equals(node.getUserData())) {
                    return node;
                }
            }
        }
        return null;
    }

    private @Nullable TextFlow line(double y) {
        if (area.lookup(".vport") instanceof Parent view
                && view.getChildrenUnmodifiable().getFirst() instanceof Parent content) {
            for (Node node : content.getChildrenUnmodifiable()) {
                if (node instanceof BorderPane cell
                        && Math.abs(cell.getLayoutY() - y) < 1
                        && cell.getCenter() instanceof TextFlow flow) {
                    return flow;
                }
            }
        }
        return null;
    }
}
