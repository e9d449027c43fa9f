package dev.orrery.app.feature.code;

import dev.orrery.app.control.Icons;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.Navigator.Intent;
import dev.orrery.app.session.Usage;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Who uses a symbol; Enter or a click goes there. Not there while nobody asked. */
final class UsagesPane extends BorderPane {
    private final ViewContext context;
    private final CodeViewModel model;
    private final ListView<Usage> list;

    UsagesPane(ViewContext context, CodeViewModel model) {
        this.context = context;
        this.model = model;
        this.list = new ListView<>(model.usages());
        getStyleClass().addAll("panel", "panel-right");
        Label title = Nodes.label("", "section-title");
        title.textProperty()
                .bind(Bindings.createStringBinding(this::title, model.usageSearchProperty(), model.usages()));
        Button close = new Button("", Icons.of(Feather.X));
        close.getStyleClass().add("flat");
        close.setAccessibleText(context.text("app.close"));
        close.setOnAction(event -> model.closeUsages());
        HBox head = Nodes.styled(new HBox(title, Nodes.spring(), close), "row");
        head.setPadding(new Insets(4, 8, 4, 16));
        setTop(head);
        setCenter(list);
        list.setAccessibleText(context.text("app.command.code.usages"));
        list.setPlaceholder(Nodes.label(context.text("app.code.usages.none"), "muted"));
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> go());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go();
            }
        });
        Nodes.collapsing(this);
        visibleProperty().bind(model.usageSearchProperty().isNotNull());
    }

    private String title() {
        UsageSearch search = model.usageSearchProperty().get();
        return search == null
                ? ""
                : context.text(
                        "app.code.usages.of", search.name(), model.usages().size());
    }

    private void go() {
        Usage usage = list.getSelectionModel().getSelectedItem();
        if (usage != null) {
            model.open(usage.place(), Intent.READ);
        }
    }

    private static final class Cell extends ListCell<Usage> {
        private final Label text = Nodes.data("");
        private final Label place = Nodes.data("", "row-count");
        private final HBox row = Nodes.styled(new HBox(text, Nodes.spring(), place), "row");

        Cell() {
            place.setMinWidth(Label.USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Usage usage, boolean empty) {
            super.updateItem(usage, empty);
            setGraphic(usage == null ? null : row);
            if (usage != null) {
                String path = usage.place().path();
                text.setText(usage.text());
                place.setText(path.substring(path.lastIndexOf('/') + 1) + ":"
                        + usage.place().line());
            }
        }
    }
}
