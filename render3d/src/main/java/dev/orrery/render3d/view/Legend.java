package dev.orrery.render3d.view;

import dev.orrery.base.Messages;
import dev.orrery.render3d.frame.Box;
import dev.orrery.render3d.frame.Tally;
import dev.orrery.render3d.scene.ColourKey;
import dev.orrery.render3d.scene.MapScene;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.Palette;
import dev.orrery.render3d.scene.SizeBy;
import dev.orrery.render3d.scene.SymbolLayer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** What the colours and lines of the map mean, and how many calls are drawn, bundled or not to be seen: nothing is left out in silence. */
final class Legend extends Region {
    private static final double ROW = 20;
    private static final double SAMPLE = 28;

    private record Row(String key, List<Double> dashes) {}

    private static final List<Row> ROWS = List.of(
            new Row("render3d.legend.calls", List.of()),
            new Row("render3d.legend.calledBy", List.of()),
            new Row("render3d.legend.inferred", List.of(6.0, 4.0)),
            new Row("render3d.legend.ambiguous", List.of(2.0, 3.0)));

    private static final double COUNT_ROW = 16;
    private static final int COUNTS = 3;

    private final Messages messages;
    private SymbolLayer layer = SymbolLayer.NONE;
    private final Rectangle plate = new Rectangle();
    private final List<Text> counts = Stream.generate(Text::new).limit(COUNTS).toList();
    private double wide;
    private double high = ROWS.size() * ROW;

    Legend(Messages messages) {
        this.messages = messages;
        setManaged(false);
        setMouseTransparent(true);
        setCache(true);
        show(MapTheme.DARK, new ColourKey.ByRegion(), List.of());
    }

    /** Explains colours and lines, in a city what areas and heights are, and what lies over the map. */
    void show(MapInputs inputs, ColourKey key) {
        layer = inputs.layer();
        show(
                inputs.theme(),
                key,
                inputs.scene() == MapScene.GALAXY
                        ? List.of()
                        : List.of(
                                messages.text("render3d.legend.area", metric(inputs.sizeBy())),
                                messages.text("render3d.legend.height", metric(inputs.heightBy()))));
    }

    private String metric(SizeBy metric) {
        return messages.text("render3d.metric." + metric.name().toLowerCase(Locale.ROOT));
    }

    private void show(MapTheme theme, ColourKey key, List<String> measures) {
        getChildren().clear();
        plate.setArcWidth(12);
        plate.setArcHeight(12);
        getChildren().add(plate);
        LabelStyle style = LabelStyle.of(theme);
        Palette palette = Palette.of(theme);
        ColourLegend colours = new ColourLegend(messages, theme, key);
        getChildren().add(colours);
        double top = colours.high();
        wide = colours.wide();
        for (int i = 0; i < ROWS.size(); i++) {
            Color colour = colour(i == 1 ? palette.caller() : i == 0 ? palette.callee() : palette.grid(), theme, i);
            double y = Math.round(top + i * ROW + ROW / 2) + 0.5;
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
        for (int i = 0; i < measures.size(); i++) {
            double y = top + (ROWS.size() + i) * ROW;
            Color colour = colour(palette.grid(), theme, ROWS.size());
            // A square for the area, a tower for the height.
            Rectangle sample =
                    i == 0 ? new Rectangle(SAMPLE / 2 - 6, y + 4, 12, 12) : new Rectangle(SAMPLE / 2 - 3, y + 2, 6, 16);
            sample.setFill(colour.deriveColor(0, 1, 1, 0.7));
            Text text = new Text(SAMPLE + 12, Math.round(y + ROW / 2) + 4.5, measures.get(i));
            LabelFont.PLAIN.dress(text);
            text.setFill(style.quiet);
            getChildren().addAll(sample, text);
            wide = Math.max(wide, SAMPLE + 12 + text.getLayoutBounds().getWidth());
        }
        high = top + (ROWS.size() + measures.size()) * ROW;
        if (!layer.isNone()) {
            LayerLegend rows = new LayerLegend(messages, layer, theme);
            rows.setLayoutY(high + 4);
            getChildren().add(rows);
            wide = Math.max(wide, rows.wide());
            high += rows.high() + 4;
        }
        for (int i = 0; i < COUNTS; i++) {
            Text text = counts.get(i);
            text.relocate(0, high + i * COUNT_ROW + 2);
            LabelFont.SMALL.dress(text);
            text.setFill(style.quiet);
            getChildren().add(text);
        }
        plate.setFill(style.plate());
        plate.setX(-8);
        plate.setY(-5);
        fit();
    }

    /** Says what has become of every call of the picture. */
    void count(Tally tally) {
        say(0, "render3d.legend.drawn", tally.calls(), tally.totalCalls());
        say(1, "render3d.legend.bundled", tally.bundledCalls(), tally.bundles());
        say(2, "render3d.legend.melted", tally.meltedCalls(), tally.outsideCalls());
        fit();
    }

    private void say(int row, String key, int first, int second) {
        counts.get(row).setText(messages.text(key, first, second));
    }

    private void fit() {
        double most = wide;
        for (Text text : counts) {
            most = Math.max(most, text.getLayoutBounds().getWidth());
        }
        plate.setWidth(most + 18);
        plate.setHeight(whole());
    }

    private double whole() {
        boolean counted = !counts.getFirst().getText().isEmpty();
        return high + 10 + (counted ? COUNTS * COUNT_ROW + 2 : 0);
    }

    private static Color colour(int rgb, MapTheme theme, int row) {
        Color colour = Color.rgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255);
        return row < 2 ? colour : theme == MapTheme.DARK ? colour.interpolate(Color.WHITE, 0.55) : colour.darker();
    }

    /** The room it takes, where it stands. */
    Box box() {
        return new Box(getLayoutX() - 8, getLayoutY() - 5, plate.getWidth(), whole());
    }
}
