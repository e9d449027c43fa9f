package dev.orrery.render3d.view;

import dev.orrery.api.UserMessage;
import dev.orrery.base.Messages;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.Palette;
import dev.orrery.render3d.scene.SymbolLayer;
import dev.orrery.render3d.scene.SymbolState;
import java.text.NumberFormat;
import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Text;

/** What lies over the map: its title, each state with its sign and count, and what is to be said besides. */
final class LayerLegend extends Group {
    private static final double ROW = 20;
    private static final double MIDDLE = 14;
    private static final double TEXT = 40;
    private static final double RADIUS = 6;

    private final LabelStyle style;
    private double wide;
    private double high;

    LayerLegend(Messages messages, SymbolLayer layer, MapTheme theme) {
        style = LabelStyle.of(theme);
        Palette palette = Palette.of(theme);
        NumberFormat numbers = NumberFormat.getIntegerInstance(messages.locale());
        say(0, messages.text(layer.title()), LabelFont.STRONG, style.text);
        for (SymbolState state : SymbolState.values()) {
            if (state.isTold() && layer.count(state) > 0) {
                int rgb = palette.state(state);
                sample(state, Color.rgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255), theme);
                String count = numbers.format(layer.count(state));
                say(TEXT, messages.text(key(state)) + "  " + state.sign() + count, LabelFont.PLAIN, style.text);
            }
        }
        if (layer.hasNewCalls()) {
            Line call = new Line(0, high + ROW / 2, 2 * MIDDLE, high + ROW / 2);
            int rgb = palette.state(SymbolState.ADDED);
            call.setStroke(Color.rgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255));
            call.setStrokeWidth(1.5);
            getChildren().add(call);
            say(TEXT, messages.text("render3d.legend.new"), LabelFont.PLAIN, style.quiet);
        }
        for (UserMessage note : layer.notes()) {
            say(0, messages.text(note), LabelFont.SMALL, style.quiet);
        }
    }

    /** The word for a state. */
    static String key(SymbolState state) {
        return "render3d.state." + state.name().toLowerCase(Locale.ROOT);
    }

    private void say(double x, String words, LabelFont font, Color colour) {
        Text text = new Text(x, high + ROW / 2 + 4.5, words);
        font.dress(text);
        text.setFill(colour);
        getChildren().add(text);
        wide = Math.max(wide, x + text.getLayoutBounds().getWidth());
        high += ROW;
    }

    private void sample(SymbolState state, Color colour, MapTheme theme) {
        double y = high + ROW / 2;
        Color ground = theme == MapTheme.DARK ? Color.web("#0a0e15") : Color.WHITE;
        Circle body = new Circle(MIDDLE, y, RADIUS, colour);
        getChildren().add(body);
        switch (state) {
            case ADDED -> getChildren().addAll(bar(3.4, 0, y, ground), bar(0, 3.4, y, ground));
            case CHANGED -> {
                body.setRadius(RADIUS - 2.4);
                Circle ring = new Circle(MIDDLE, y, RADIUS + 0.6, Color.TRANSPARENT);
                ring.setStroke(colour);
                ring.setStrokeWidth(1.4);
                getChildren().add(ring);
            }
            case MOVED -> {
                Polygon head = new Polygon(MIDDLE - 2.6, y - 3.4, MIDDLE + 4, y, MIDDLE - 2.6, y + 3.4);
                head.setFill(ground);
                getChildren().add(head);
            }
            case REMOVED -> {
                body.setFill(colour.deriveColor(0, 1, 1, 0.14));
                body.setStroke(colour);
                body.setStrokeWidth(1.4);
            }
            case UNCHANGED, ABSENT -> {}
        }
    }

    private static Line bar(double dx, double dy, double y, Color colour) {
        Line bar = new Line(MIDDLE - dx, y - dy, MIDDLE + dx, y + dy);
        bar.setStroke(colour);
        bar.setStrokeWidth(1.6);
        return bar;
    }

    double wide() {
        return wide;
    }

    double high() {
        return high;
    }
}
