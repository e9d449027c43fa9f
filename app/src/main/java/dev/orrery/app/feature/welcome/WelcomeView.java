package dev.orrery.app.feature.welcome;

import dev.orrery.api.UserMessage;
import dev.orrery.app.control.CommandButtons;
import dev.orrery.app.control.Icons;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import java.io.File;
import java.nio.file.Path;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Recent repositories, open a folder, drop a folder. */
public final class WelcomeView extends StackPane {
    private static final double WIDTH = 560;

    private final ViewContext context;
    private final WelcomeViewModel model;
    private final VBox recent = new VBox();
    private final Label failure = new Label();
    private final HBox pending = new HBox(8);

    public WelcomeView(ViewContext context, WelcomeViewModel model) {
        this.context = context;
        this.model = model;
        Label title = Nodes.label(context.text("app.name"), "page-title");
        Label purpose = Nodes.label(context.text("app.welcome.purpose"), "muted");
        Button open = new CommandButtons(context).titled("repository.open", Feather.FOLDER);
        open.getStyleClass().add("primary");
        Label drop = Nodes.label(context.text("app.welcome.drop"), "muted");
        HBox actions = new HBox(16, open, drop);
        actions.setAlignment(Pos.CENTER_LEFT);
        failure.getStyleClass().add("notice");
        failure.setWrapText(true);
        Nodes.collapsing(failure);
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(16, 16);
        pending.setAlignment(Pos.CENTER_LEFT);
        pending.getChildren().addAll(turning, Nodes.label(context.text("app.welcome.opening"), "muted"));
        Nodes.collapsing(pending);
        // While a folder is being opened there is nothing to choose, and nothing that would jump away.
        VBox choices = new VBox(16, title, purpose, actions, recent);
        Nodes.collapsing(choices).visibleProperty().bind(model.pendingProperty().isNull());
        VBox column = new VBox(16, choices, failure, pending);
        column.setMaxWidth(WIDTH);
        column.setMaxHeight(USE_PREF_SIZE);
        getStyleClass().add("page");
        getChildren().add(column);
        setOnDragOver(this::dragOver);
        setOnDragExited(event -> getStyleClass().remove("drop-target"));
        setOnDragDropped(this::dragDropped);
        model.recent().addListener((Observable list) -> showRecent());
        showRecent();
        model.failureProperty().subscribe(this::showFailure);
        pending.visibleProperty().bind(model.pendingProperty().isNotNull());
    }

    private void showFailure(@Nullable UserMessage message) {
        failure.setVisible(message != null);
        failure.setText(message == null ? "" : context.messages().text(message));
    }

    private void showRecent() {
        recent.getChildren().clear();
        if (!model.recent().isEmpty()) {
            recent.getChildren().add(Nodes.label(context.text("app.welcome.recent"), "section-title"));
        }
        model.recent().forEach(root -> recent.getChildren().add(row(root)));
    }

    private HBox row(Path root) {
        Path last = root.getFileName();
        Label name = Nodes.data(last == null ? root.toString() : last.toString(), "strong");
        Path parent = root.getParent();
        Label place = Nodes.data(parent == null ? "" : parent.toString(), "muted", "small");
        Button open = new Button();
        open.getStyleClass().add("recent");
        open.setGraphic(new VBox(2, name, place));
        open.setAccessibleText(root.toString());
        open.setMaxWidth(Double.MAX_VALUE);
        open.setOnAction(event -> model.open(root));
        HBox.setHgrow(open, javafx.scene.layout.Priority.ALWAYS);
        Button forget = new Button("", Icons.of(Feather.X));
        forget.getStyleClass().add("flat");
        forget.setAccessibleText(context.text("app.welcome.forget", root.toString()));
        forget.setOnAction(event -> model.forget(root));
        return Nodes.styled(new HBox(open, forget), "row");
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
            if (!getStyleClass().contains("drop-target")) {
                getStyleClass().add("drop-target");
            }
        }
        event.consume();
    }

    private void dragDropped(DragEvent event) {
        model.dropped(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        event.setDropCompleted(true);
        event.consume();
    }
}
