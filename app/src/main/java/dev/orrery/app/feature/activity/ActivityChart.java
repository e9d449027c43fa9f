package dev.orrery.app.feature.activity;

import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.models.ledger.Activity;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** Requests over time: a bar a slice, what failed of it at the top and outlined; beside it the scale. */
final class ActivityChart extends Region {
    private static final double HEIGHT = 120;
    private static final double AXIS = 18;
    private static final double GAP = 2;
    private static final double LEAST = 2;

    private final ViewContext context;
    private final Figures figures;
    private List<Activity.Slice> slices = List.of();
    private boolean withinDay = true;

    ActivityChart(ViewContext context, Figures figures) {
        this.context = context;
        this.figures = figures;
        getStyleClass().add("activity-chart");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
    }

    void show(Activity activity) {
        slices = activity.slices();
        withinDay = activity.period().length().toDays() <= 1;
        setAccessibleText(context.text(
                "app.activity.chart", activity.all().requests(), activity.all().failed()));
        build();
        requestLayout();
    }

    private void build() {
        getChildren().clear();
        getChildren().addAll(Nodes.styled(new Line(), "chart-line"), Nodes.styled(new Line(), "chart-line"));
        long most = slices.stream().mapToLong(Activity.Slice::requests).max().orElse(0);
        getChildren().add(Nodes.data(figures.count(most), "chart-label"));
        getChildren()
                .addAll(
                        Nodes.data(slices.isEmpty() ? "" : moment(slices.getFirst()), "chart-label"),
                        Nodes.label(context.text("app.activity.now"), "chart-label"));
        for (Activity.Slice slice : slices) {
            Rectangle bar = Nodes.styled(new Rectangle(), "chart-bar");
            Rectangle failed = Nodes.styled(new Rectangle(), "chart-bar", "failed");
            Tooltip told = new Tooltip(context.text(
                    "app.activity.slice",
                    moment(slice),
                    slice.requests(),
                    slice.failed(),
                    figures.millis(slice.p95Millis()),
                    figures.money(slice.microDollars())));
            Tooltip.install(bar, told);
            Tooltip.install(failed, told);
            getChildren().addAll(bar, failed);
        }
    }

    private String moment(Activity.Slice slice) {
        Date from = Date.from(slice.from().atZone(ZoneId.systemDefault()).toInstant());
        return context.text(withinDay ? "app.activity.time" : "app.activity.day", from);
    }

    @Override
    protected void layoutChildren() {
        if (getChildren().isEmpty()) {
            return;
        }
        double base = getHeight() - AXIS;
        double top = AXIS;
        long most = Math.max(
                1, slices.stream().mapToLong(Activity.Slice::requests).max().orElse(0));
        line(0, base);
        line(1, top);
        place(2, 0, 0);
        place(3, 0, base);
        place(4, getWidth() - getChildren().get(4).prefWidth(-1), base);
        double step = getWidth() / Math.max(1, slices.size());
        for (int at = 0; at < slices.size(); at++) {
            Activity.Slice slice = slices.get(at);
            double tall = slice.requests() == 0 ? 0 : Math.max(LEAST, (base - top) * slice.requests() / most);
            double broken = slice.failed() == 0 ? 0 : Math.max(LEAST, (base - top) * slice.failed() / most);
            bar(5 + 2 * at, at * step, step - GAP, base - tall, tall);
            bar(6 + 2 * at, at * step, step - GAP, base - tall, Math.min(tall, broken));
        }
    }

    private void line(int child, double y) {
        if (getChildren().get(child) instanceof Line line) {
            line.setEndX(getWidth());
            line.setStartY(y);
            line.setEndY(y);
        }
    }

    private void place(int child, double x, double y) {
        if (getChildren().get(child) instanceof Label label) {
            layoutInArea(label, x, y, getWidth() - x, AXIS, 0, javafx.geometry.HPos.LEFT, VPos.CENTER);
        }
    }

    private void bar(int child, double x, double width, double y, double height) {
        if (getChildren().get(child) instanceof Rectangle bar) {
            bar.setX(x);
            bar.setWidth(Math.max(1, width));
            bar.setY(y);
            bar.setHeight(height);
        }
    }
}
