package dev.orrery.app.feature.code;

import java.util.List;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** A region that takes the relief's colours from the style sheet, so that they are those of the code beside it. */
abstract class ReliefColors extends Region {
    private static final StyleablePropertyFactory<ReliefColors> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final StyleableProperty<Color> type = color("-relief-type", colors -> colors.type);
    private final StyleableProperty<Color> callable = color("-relief-callable", colors -> colors.callable);
    private final StyleableProperty<Color> value = color("-relief-value", colors -> colors.value);
    private final StyleableProperty<Color> between = color("-relief-between", colors -> colors.between);
    private final StyleableProperty<Color> lit = color("-relief-lit", colors -> colors.lit);
    private final StyleableProperty<Color> calls = color("-relief-calls", colors -> colors.calls);
    private final StyleableProperty<Color> called = color("-relief-called", colors -> colors.called);

    private final StyleableProperty<Color> shadow = color("-relief-shadow", colors -> colors.shadow);

    private StyleableProperty<Color> color(String property, Function<ReliefColors, StyleableProperty<Color>> field) {
        return FACTORY.createStyleableColorProperty(this, property.substring(1), property, field, Color.GRAY);
    }

    /** Calls {@code repaint} whenever a colour changed. */
    final void onColors(Runnable repaint) {
        for (StyleableProperty<Color> color : List.of(type, callable, value, between, lit, calls, called, shadow)) {
            if (color instanceof Observable observable) {
                observable.addListener(changed -> repaint.run());
            }
        }
    }

    final Color of(Relief.Tone tone) {
        return switch (tone) {
            case TYPE -> type.getValue();
            case CALLABLE -> callable.getValue();
            case VALUE -> value.getValue();
            case BETWEEN -> between.getValue();
        };
    }

    /** What a slab casts on the one below it. */
    final Color shadow() {
        return shadow.getValue();
    }

    final Color of(ReliefMark.Kind kind) {
        return switch (kind) {
            case LIT -> lit.getValue();
            case CALLS -> calls.getValue();
            case CALLED -> called.getValue();
        };
    }

    @Override
    public final List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
