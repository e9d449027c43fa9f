package dev.orrery.app.feature.activity;

import dev.orrery.api.ModelTask;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.models.ledger.Activity;
import dev.orrery.models.ledger.Summary;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What each model and each task took and cost. */
final class SharesPane extends HBox {
    private static final int SHOWN = 6;
    private static final List<String> COLUMNS = List.of("requests", "p95", "cost", "projected");

    private final ViewContext context;
    private final Figures figures;

    SharesPane(ViewContext context, Figures figures) {
        super(12);
        this.context = context;
        this.figures = figures;
    }

    void show(Activity activity) {
        GridPane models = table("app.activity.by.model");
        int row = 1;
        for (Activity.Share share : activity.models().stream().limit(SHOWN).toList()) {
            Label name = share.model().isEmpty()
                    ? Nodes.label(context.text("app.activity.nobody"), "muted")
                    : Nodes.data(share.model());
            fill(models, row++, name, share.summary());
        }
        if (activity.models().size() > SHOWN) {
            models.add(
                    Nodes.label(
                            context.text(
                                    "app.activity.others", activity.models().size() - SHOWN),
                            "muted"),
                    0,
                    row);
        }
        GridPane tasks = table("app.activity.by.task");
        row = 1;
        for (ModelTask task : ModelTask.values()) {
            Summary summary = activity.tasks().get(task);
            if (summary != null) {
                fill(
                        tasks,
                        row++,
                        Nodes.label(
                                context.text("app.activity.task." + task.name().toLowerCase(Locale.ROOT))),
                        summary);
            }
        }
        getChildren().setAll(card(models), card(tasks));
    }

    private static VBox card(GridPane table) {
        VBox card = Nodes.styled(new VBox(table), "card", "activity-card");
        setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private GridPane table(String titleKey) {
        GridPane table = new GridPane(12, 4);
        ColumnConstraints first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        first.setMinWidth(88);
        table.getColumnConstraints().add(first);
        table.add(Nodes.label(context.text(titleKey), "section-title"), 0, 0);
        for (int column = 0; column < COLUMNS.size(); column++) {
            ColumnConstraints right = new ColumnConstraints();
            right.setHalignment(HPos.RIGHT);
            table.getColumnConstraints().add(right);
            Label head = Nodes.label(context.text("app.activity.column." + COLUMNS.get(column)), "row-count");
            head.setMinWidth(USE_PREF_SIZE);
            table.add(head, column + 1, 0);
        }
        return table;
    }

    private void fill(GridPane table, int row, Label name, Summary summary) {
        List<String> values = List.of(
                figures.count(summary.requests()),
                figures.millis(summary.latency().p95(), summary.latency().count()),
                figures.money(summary.microDollars()),
                figures.money(summary.projectedMicroDollars()));
        table.add(name, 0, row);
        for (int column = 0; column < values.size(); column++) {
            Label value = Nodes.data(values.get(column));
            value.setMinWidth(USE_PREF_SIZE);
            table.add(value, column + 1, row);
        }
    }
}
