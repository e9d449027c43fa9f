package dev.orrery.app.shell;

import dev.orrery.app.control.Icons;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.GraphSummary;
import dev.orrery.app.session.RunningTask;
import dev.orrery.app.session.Tasks;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** The figures of the repository, what is running, what went wrong, and what the machine does. */
final class StatusBar extends HBox {
    private final ViewContext context;
    private final Label figures = new Label();
    private final Label exact = Nodes.label("", "success");
    private final HBox tasks = new HBox(16);
    private final Button problems = new Button();
    private final Map<RunningTask, TaskRow> rows = new HashMap<>();

    StatusBar(ViewContext context, Tasks running, Machine machine) {
        this.context = context;
        getStyleClass().add("status-bar");
        problems.getStyleClass().add("warning");
        problems.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        problems.setId("problems");
        problems.setOnAction(event -> context.commands().get("problems.show").run());
        Nodes.collapsing(problems).setVisible(false);
        Label renderer = new Label();
        renderer.textProperty().bind(machine.renderer());
        Tooltip why = new Tooltip();
        why.textProperty().bind(machine.rendererWhy());
        renderer.setTooltip(why);
        Label memory = new Label();
        memory.textProperty().bind(machine.memory());
        getChildren().addAll(figures, exact, tasks, problems, Nodes.spring(), renderer, memory);
        HBox.setMargin(exact, new javafx.geometry.Insets(0, 0, 0, -12));
        running.running().forEach(this::add);
        running.running().addListener(this::tasksChanged);
    }

    /**
     * What the machine is doing, as sentences.
     *
     * @param renderer which renderer draws the map and how fast
     * @param rendererWhy why it is that one
     * @param memory what the process holds
     */
    record Machine(
            ObservableValue<String> renderer, ObservableValue<String> rendererWhy, ObservableValue<String> memory) {}

    void show(GraphSummary summary) {
        boolean known = summary.files() > 0;
        figures.setText(
                known ? context.text("app.status.figures", summary.files(), summary.methods(), summary.calls()) : "");
        exact.setText(summary.calls() > 0 ? context.text("app.status.exact", summary.exactPercent()) : "");
        exact.setTooltip(new Tooltip(context.text(
                "app.status.resolutions",
                summary.exact(),
                summary.inferred(),
                summary.ambiguous(),
                summary.external())));
    }

    void showProblems(int count) {
        problems.setVisible(count > 0);
        problems.setText(context.text("app.status.problems", count));
    }

    private void tasksChanged(ListChangeListener.Change<? extends RunningTask> change) {
        while (change.next()) {
            change.getRemoved().forEach(task -> tasks.getChildren().remove(rows.remove(task)));
            change.getAddedSubList().forEach(this::add);
        }
    }

    private void add(RunningTask task) {
        TaskRow row = new TaskRow(context, task);
        rows.put(task, row);
        tasks.getChildren().add(row);
    }
}
