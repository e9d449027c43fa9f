package dev.orrery.render3d.view;

import dev.orrery.base.Messages;
import dev.orrery.render3d.frame.Box;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.Palette;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** What the lines of the map mean. */
final class Legend extends Region {
    private static final double ROW = 20;
    private static final double SAMPLE = 28;

    private record Row(String key, List<Double> dashes) {}

    private static final List<Row> ROWS = List.of(
            new Row("render3d.legend.calls", List.of()),
            new Row("render3d.legend.calledBy", List.of()),
            new Row("render3d.legend.inferred", List.of(6.0, 4.0)),
            new Row("render3d.legend.ambiguous", List.of(2.0, 3.0)));

    private final Messages messages;
    private double wide;

    Legend(Messages messages) {
        this.messages = messages;
        setManaged(false);
        setMouseTransparent(true);
        show(MapTheme.DARK);
    }

    void show(MapTheme theme) {
        getChildren().clear();
        Rectangle plate = new Rectangle();
        plate.setArcWidth(12);
        plate.setArcHeight(12);
        getChildren().add(plate);
        LabelStyle style = LabelStyle.of(theme);
        Palette palette = Palette.of(theme);
        wide = 0;
        for (int i = 0; i < ROWS.size(); i++) {
            Color colour = colour(i == 1 ? palette.caller() : i == 0 ? palette.callee() : palette.grid(), theme, i);
            double y = Math.round(i * ROW + ROW / 2) + 0.5;
            Line line = new Line(0, y, SAMPLE, y);
            line.setStroke(colour);
            line.setStrokeWidth(1.5);
            line.getStrokeDashArray().setAll(ROWS.get(i).dashes());
            getChildren().add(line);
            if (i < 2) {
                Polygon head = new Polygon(SAMPLE - 3, y - 4, SAMPLE + 5, y, SAMPLE - 3, y + 4);
                head.setFill(colour);
                getChildren().add(head);
            }
            Text text = new Text(SAMPLE + 12, y + 4, messages.text(ROWS.get(i).key()));
            LabelFont.PLAIN.dress(text);
            text.setFill(style.quiet);
            getChildren().add(text);
            wide = Math.max(wide, SAMPLE + 12 + text.getLayoutBounds().getWidth());
        }
        plate.setFill(style.chip.deriveColor(0, 1, 1, 0.6));
        plate.setX(-8);
        plate.setY(-5);
        plate.setWidth(wide + 18);
        plate.setHeight(ROWS.size() * ROW + 10);
    }

    private static Color colour(int rgb, MapTheme theme, int row) {
        Color colour = Color.rgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255);
        return row < 2 ? colour : theme == MapTheme.DARK ? colour.interpolate(Color.WHITE, 0.55) : colour.darker();
    }

    /** The room it takes, where it stands. */
    Box box() {
        return new Box(getLayoutX() - 8, getLayoutY() - 5, wide + 18, ROWS.size() * ROW + 10);
    }
}
