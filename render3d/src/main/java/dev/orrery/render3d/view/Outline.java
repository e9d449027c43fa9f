package dev.orrery.render3d.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;

/**
 * A closed line that moves at every picture. It is made of single lines, since a software renderer fills the box around each
 * shape with a mask, and the boxes of its sides are thin.
 */
final class Outline extends Group {
    private final double width;
    private final List<Line> sides = new ArrayList<>();
    private Paint paint = Color.TRANSPARENT;

    Outline(double width) {
        this.width = width;
        setManaged(false);
    }

    void paint(Paint tone) {
        paint = tone;
        sides.forEach(side -> side.setStroke(tone));
    }

    /** @param corners x and y of each in turn */
    void follow(Double[] corners) {
        int count = corners.length / 2;
        while (sides.size() < count) {
            Line side = new Line();
            side.setStrokeWidth(width);
            side.setStrokeLineCap(StrokeLineCap.ROUND);
            side.setStroke(paint);
            sides.add(side);
            getChildren().add(side);
        }
        for (int i = 0; i < sides.size(); i++) {
            Line side = sides.get(i);
            side.setVisible(i < count);
            if (i < count) {
                int next = (i + 1) % count;
                side.setStartX(corners[2 * i]);
                side.setStartY(corners[2 * i + 1]);
                side.setEndX(corners[2 * next]);
                side.setEndY(corners[2 * next + 1]);
            }
        }
    }
}
