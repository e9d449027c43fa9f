package dev.orrery.app.shell;

import dev.orrery.api.UserMessage;
import dev.orrery.app.control.Icons;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What could not be indexed and why, in a list over the status bar. */
final class ProblemsPane extends VBox {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 280;

    ProblemsPane(ViewContext context, ObservableList<UserMessage> problems) {
        getStyleClass().add("palette");
        setMaxSize(WIDTH, HEIGHT);
        Button close = new Button("", Icons.of(Feather.X));
        close.getStyleClass().add("flat");
        close.setAccessibleText(context.text("app.close"));
        close.setOnAction(event -> setVisible(false));
        HBox head = Nodes.styled(
                new HBox(Nodes.label(context.text("app.problems.title"), "strong"), Nodes.spring(), close), "row");
        ListView<UserMessage> list = new ListView<>(problems);
        list.setId("problem-list");
        list.setAccessibleText(context.text("app.problems.title"));
        list.setPlaceholder(Nodes.label(context.text("app.problems.none"), "muted"));
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable UserMessage message, boolean empty) {
                super.updateItem(message, empty);
                setPrefWidth(0);
                setWrapText(true);
                setText(message == null ? null : context.messages().text(message));
            }
        });
        getChildren().addAll(head, list);
        Nodes.collapsing(this).setVisible(false);
    }
}
