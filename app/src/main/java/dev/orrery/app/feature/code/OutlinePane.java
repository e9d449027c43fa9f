package dev.orrery.app.feature.code;

import dev.orrery.api.OutlineItem;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.Navigator.Intent;
import dev.orrery.app.session.Place;
import dev.orrery.app.session.SymbolText;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/** The declarations of the current file; Enter or a click goes there. */
final class OutlinePane extends BorderPane {
    private static final double INDENT = 16;

    private final ViewContext context;
    private final CodeViewModel model;
    private final ListView<OutlineItem> list;

    OutlinePane(ViewContext context, CodeViewModel model) {
        this.context = context;
        this.model = model;
        this.list = new ListView<>(model.outline());
        getStyleClass().addAll("panel", "panel-left");
        Label title = Nodes.label(context.text("app.code.outline"), "section-title");
        BorderPane.setMargin(title, new Insets(12, 16, 8, 16));
        setTop(title);
        setCenter(list);
        list.setFixedCellSize(24);
        list.setAccessibleText(context.text("app.code.outline"));
        list.setPlaceholder(Nodes.label(context.text("app.code.outline.empty"), "muted"));
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> go());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                go();
            }
        });
    }

    private void go() {
        OutlineItem item = list.getSelectionModel().getSelectedItem();
        OpenFile file = model.currentProperty().get();
        if (item != null && file != null) {
            model.open(new Place(file.path(), item.line(), item.column()), Intent.READ);
        }
    }

    private final class Cell extends ListCell<OutlineItem> {
        Cell() {
            Nodes.markData(this);
        }

        @Override
        protected void updateItem(@Nullable OutlineItem item, boolean empty) {
            super.updateItem(item, empty);
            if (item == null) {
                setText(null);
                setAccessibleText(null);
            } else {
                setText(item.detail().isEmpty() ? item.name() : item.name() + "  " + item.detail());
                setPadding(new Insets(0, 8, 0, 16 + item.depth() * INDENT));
                setAccessibleText(context.text(SymbolText.kindKey(item.kind())) + " " + item.name());
            }
        }
    }
}
