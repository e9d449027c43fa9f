package dev.orrery.app.feature.explore;

import dev.orrery.app.control.Nodes;
import dev.orrery.indexer.history.SymbolTimes;
import java.util.function.IntConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** The samples side by side, each as high as much changed in it; the shown one is marked and can be dragged. */
final class TimeTrack extends Region {
    private static final double HEIGHT = 34;
    private static final double LEAST = 1.5;

    private final Path bars = Nodes.styled(new Path(), "time-bars");
    private final Path past = Nodes.styled(new Path(), "time-past");
    private final Rectangle until = new Rectangle();
    private final Rectangle mark = Nodes.styled(new Rectangle(2, HEIGHT), "time-mark");
    private @Nullable SymbolTimes times;
    private int sample;

    /** @param chosen hears of the sample under a press or drag */
    TimeTrack(IntConsumer chosen) {
        getStyleClass().add("time-track");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        past.setClip(until);
        bars.setManaged(false);
        past.setManaged(false);
        mark.setManaged(false);
        getChildren().addAll(bars, past, mark);
        setOnMousePressed(event -> {
            requestFocus();
            choose(event.getX(), chosen);
        });
        setOnMouseDragged(event -> choose(event.getX(), chosen));
    }

    void show(@Nullable SymbolTimes shown) {
        times = shown;
        requestLayout();
    }

    void show(int number) {
        sample = number;
        place();
    }

    private void choose(double x, IntConsumer chosen) {
        if (times != null) {
            chosen.accept((int) Math.round(x / step() - 0.5));
        }
    }

    private double step() {
        return times == null ? 1 : getWidth() / Math.max(1, times.samples());
    }

    @Override
    protected void layoutChildren() {
        bars.getElements().clear();
        past.getElements().clear();
        SymbolTimes shown = times;
        if (shown == null) {
            return;
        }
        int most = 1;
        // In the first sample all there is came: what that was says nothing about the others.
        for (int i = 1; i < shown.samples(); i++) {
            most = Math.max(most, shown.changed(i));
        }
        double thick = Math.clamp(step() * 0.6, 1, 8);
        bars.setStrokeWidth(thick);
        past.setStrokeWidth(thick);
        for (int i = 0; i < shown.samples(); i++) {
            double x = (i + 0.5) * step();
            double share = Math.sqrt(Math.min(1, shown.changed(i) / (double) most));
            double top = HEIGHT - LEAST - share * (HEIGHT - 6);
            bars.getElements().addAll(new MoveTo(x, HEIGHT), new LineTo(x, top));
            past.getElements().addAll(new MoveTo(x, HEIGHT), new LineTo(x, top));
        }
        place();
    }

    private void place() {
        double x = (sample + 0.5) * step();
        until.setWidth(x + step() / 2);
        until.setHeight(HEIGHT + 1);
        mark.setX(Math.round(x) - 1);
        mark.setVisible(times != null);
    }
}
