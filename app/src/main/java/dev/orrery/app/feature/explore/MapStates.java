package dev.orrery.app.feature.explore;

import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.StatePane;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.RunningTask;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Tasks;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What stands in the map's place while there is nothing to show: how far indexing is, why it ended, what to do. */
final class MapStates extends StackPane {
    private static final double BAR = 280;

    private final ViewContext context;
    private final Session session;
    private final Tasks tasks;
    private final InvalidationListener tasksChanged = list -> show();

    MapStates(ViewContext context, Session session, Tasks tasks) {
        this.context = context;
        this.session = session;
        this.tasks = tasks;
        setPickOnBounds(false);
        session.phaseProperty().subscribe(phase -> show());
        session.viewProperty().subscribe((before, now) -> show());
        // The tasks outlive the repository: whoever listens for ever would keep it in memory.
        tasks.running().addListener(new WeakInvalidationListener(tasksChanged));
    }

    private void show() {
        getChildren().clear();
        boolean empty = session.graph().symbolCount() == 0;
        switch (session.phaseProperty().get()) {
            case INDEXING -> {
                if (empty && !tasks.running().isEmpty()) {
                    getChildren().add(progress(tasks.running().getLast()));
                }
            }
            case CANCELLED -> {
                if (empty) {
                    say(Feather.PAUSE_CIRCLE, "app.map.stopped", context.text("app.map.stopped.detail"));
                }
            }
            case FAILED ->
                say(
                        Feather.ALERT_TRIANGLE,
                        "app.map.failed",
                        session.failureProperty().get() == null
                                ? ""
                                : context.messages()
                                        .text(session.failureProperty().get()));
            case READY -> {
                if (empty) {
                    say(Feather.FOLDER, "app.map.empty", context.text("app.map.empty.detail"));
                }
            }
        }
    }

    private void say(Feather icon, String titleKey, String detail) {
        Button again = new Button(context.text("app.map.again"));
        again.setOnAction(event -> session.refresh());
        StatePane pane = new StatePane(icon, context.text(titleKey), detail, again);
        pane.getStyleClass().add("over-map");
        pane.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(pane);
    }

    private VBox progress(RunningTask task) {
        Label stage = Nodes.label("", "state-title");
        stage.textProperty().bind(task.stageKeyProperty().map(context::text));
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(BAR);
        bar.progressProperty().bind(task.fractionProperty());
        bar.accessibleTextProperty().bind(stage.textProperty());
        Label percent = Nodes.data("", "state-detail");
        percent.textProperty()
                .bind(task.fractionProperty()
                        .map(part -> part.doubleValue() < 0 ? " " : Math.round(part.doubleValue() * 100) + " %"));
        Button stop = new Button(context.text("app.task.cancel"));
        stop.setOnAction(event -> task.cancel());
        VBox box = new VBox(12, stage, bar, percent, stop);
        box.setAlignment(Pos.CENTER);
        box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return box;
    }
}
