package dev.orrery.app.shell;

import dev.orrery.app.control.Icons;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.RunningTask;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;

/** One running task: what it does, how far it is, and a way to stop it. */
final class TaskRow extends HBox {
    private static final double BAR = 100;

    TaskRow(ViewContext context, RunningTask task) {
        getStyleClass().add("task");
        Label stage = new Label();
        stage.textProperty().bind(task.stageKeyProperty().map(context::text));
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(BAR);
        bar.progressProperty().bind(task.fractionProperty());
        bar.accessibleTextProperty().bind(stage.textProperty());
        Label percent = Nodes.data("");
        percent.setMinWidth(36);
        percent.textProperty()
                .bind(task.fractionProperty()
                        .map(part -> part.doubleValue() < 0 ? "" : Math.round(part.doubleValue() * 100) + " %"));
        Button cancel = new Button("", Icons.of(Feather.X));
        cancel.setAccessibleText(context.text("app.task.cancel"));
        cancel.setId("cancel-task");
        cancel.setOnAction(event -> task.cancel());
        getChildren().addAll(stage, bar, percent, cancel);
    }
}
