package dev.orrery.render3d.view;

import dev.orrery.base.Messages;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.ColourKey;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.Palette;
import dev.orrery.render3d.scene.SequentialScale;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** What the colours mean: a scale with the amounts at its ends and in its middle, or groups with their names. */
final class ColourLegend extends Group {
    private static final double ROW = 18;
    private static final double BAR = 190;
    private static final double THICK = 8;
    private static final int STOPS = 16;
    private static final int LONGEST = 28;
    private static final double WRAP = 230;
    private static final double DAYS_OF_MONTH = 30.44;
    private static final double DAYS_OF_YEAR = 365.25;

    private final Messages messages;
    private final MapTheme theme;
    private final LabelStyle style;
    private double wide;
    private double high;

    ColourLegend(Messages messages, MapTheme theme, ColourKey key) {
        this.messages = messages;
        this.theme = theme;
        this.style = LabelStyle.of(theme);
        switch (key) {
            case ColourKey.ByRegion none -> {}
            case ColourKey.Amounts amounts -> scale(amounts);
            case ColourKey.Groups groups -> groups(groups);
            case ColourKey.Unknown unknown -> {
                title(unknown.what());
                Text why = say(0, messages.text(unknown.why()), LabelFont.SMALL, style.text);
                why.setWrappingWidth(WRAP);
                wide = WRAP;
                high += why.getLayoutBounds().getHeight() - ROW + 6;
            }
        }
        high += key instanceof ColourKey.ByRegion ? 0 : 8;
    }

    double wide() {
        return wide;
    }

    /** The room it takes; 0 where there is nothing to explain. */
    double high() {
        return high;
    }

    private void title(ColourBy what) {
        say(0, messages.text("render3d.colour." + what.name().toLowerCase(Locale.ROOT)), LabelFont.PLAIN, style.quiet);
    }

    private void scale(ColourKey.Amounts amounts) {
        title(amounts.what());
        boolean rising = amounts.direction() == ColourKey.Direction.MUCH_STANDS_OUT;
        SequentialScale scale = SequentialScale.of(theme);
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i <= STOPS; i++) {
            double share = (double) i / STOPS;
            stops.add(new Stop(share, colour(scale.colour(rising ? share : 1 - share))));
        }
        Rectangle bar = new Rectangle(0, high + 3, BAR, THICK);
        bar.setArcWidth(4);
        bar.setArcHeight(4);
        bar.setFill(new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops));
        getChildren().add(bar);
        high += THICK + 6;
        if (amounts.least() < amounts.most()) {
            tick(0, amount(amounts.what(), amounts.least()));
            tick(0.5, amount(amounts.what(), amounts.middle()));
            tick(1, amount(amounts.what(), amounts.most()));
        } else {
            tick(0.5, amount(amounts.what(), amounts.most()));
        }
        high += ROW;
        wide = Math.max(wide, BAR);
        if (amounts.unknown() > 0) {
            swatch(Palette.of(theme).unknown(), messages.text("render3d.group.none"), amounts.unknown());
        }
    }

    /** A number under the bar: its start, middle or end at a share of the length. */
    private void tick(double at, String number) {
        Text text = text(0, high + 12, number, LabelFont.SMALL, style.text);
        text.setX(at * (BAR - text.getLayoutBounds().getWidth()));
    }

    private String amount(ColourBy what, double value) {
        return switch (what) {
            case AGE -> age(value);
            case COMPLEXITY ->
                NumberFormat.getCompactNumberInstance(Locale.getDefault(), NumberFormat.Style.SHORT)
                        .format(Math.round(value));
            default -> NumberFormat.getIntegerInstance().format(Math.round(value));
        };
    }

    private String age(double days) {
        if (days < 2 * DAYS_OF_MONTH) {
            return messages.text("render3d.age.days", Math.round(days));
        }
        return days < 2 * DAYS_OF_YEAR
                ? messages.text("render3d.age.months", Math.round(days / DAYS_OF_MONTH))
                : messages.text("render3d.age.years", Math.round(days / DAYS_OF_YEAR));
    }

    private void groups(ColourKey.Groups groups) {
        title(groups.what());
        for (ColourKey.Group group : groups.groups()) {
            swatch(group.rgb(), messages.text(group.name()), group.symbols());
        }
    }

    private void swatch(int rgb, String name, int symbols) {
        getChildren().add(new Circle(5, high + ROW / 2, 4.5, colour(rgb)));
        String shortened = name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
        Text text = text(18, high + ROW / 2 + 4, shortened, LabelFont.SMALL, style.text);
        double end = 18 + text.getLayoutBounds().getWidth();
        String count = NumberFormat.getIntegerInstance().format(symbols);
        Text number = text(end + 8, high + ROW / 2 + 4, count, LabelFont.SMALL, style.quiet);
        wide = Math.max(wide, end + 8 + number.getLayoutBounds().getWidth());
        high += ROW;
    }

    private Text say(double x, String words, LabelFont font, Color fill) {
        Text text = text(x, high + ROW / 2 + 4, words, font, fill);
        wide = Math.max(wide, x + text.getLayoutBounds().getWidth());
        high += ROW;
        return text;
    }

    private Text text(double x, double y, String words, LabelFont font, Color fill) {
        Text text = new Text(x, y, words);
        font.dress(text);
        text.setFill(fill);
        getChildren().add(text);
        return text;
    }

    private static Color colour(int rgb) {
        return Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }
}
