package dev.orrery.app.feature.explore;

import dev.orrery.app.control.Dot;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Callers, callees or who is reached: the first few, and the rest in a list of their own when they are asked for. */
final class RelatedSection extends VBox {
    private static final int FEW = 6;
    private static final double ROW = 24;
    private static final int OPEN_ROWS = 12;

    private final ViewContext context;
    private final Consumer<SymbolCard.Related> follow;

    RelatedSection(
            ViewContext context, String titleKey, List<SymbolCard.Related> all, Consumer<SymbolCard.Related> follow) {
        this.context = context;
        this.follow = follow;
        getStyleClass().add("section");
        String title = context.text(titleKey, all.size());
        getChildren().add(Nodes.label(title, "section-title"));
        if (all.isEmpty()) {
            getChildren().add(Nodes.label(context.text("app.inspector.none"), "muted"));
        }
        VBox rows = new VBox();
        all.stream()
                .limit(all.size() <= FEW + 1 ? FEW + 1 : FEW)
                .map(this::button)
                .forEach(rows.getChildren()::add);
        getChildren().add(rows);
        int hidden = all.size() - rows.getChildren().size();
        if (hidden > 0) {
            Button more = new Button(context.text("app.inspector.more", hidden));
            more.getStyleClass().addAll("related", "muted");
            more.setOnAction(event -> getChildren().remove(1, getChildren().size()));
            more.setOnAction(event -> {
                ListView<SymbolCard.Related> list = list(all, title);
                getChildren().setAll(getChildren().getFirst(), list);
                list.requestFocus();
            });
            rows.getChildren().add(more);
        }
    }

    private Button button(SymbolCard.Related related) {
        Button button = new Button();
        button.getStyleClass().add("related");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setGraphic(row(related, button));
        button.setOnAction(event -> follow.accept(related));
        button.setAccessibleText(related.label() + " " + note(related));
        button.setTooltip(way(related));
        return button;
    }

    private HBox row(SymbolCard.Related related, javafx.scene.layout.Region within) {
        Label name = Nodes.data(related.label());
        name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        name.setMinWidth(0);
        Label note = related.noteKey().isEmpty()
                ? Nodes.data(note(related), "row-count")
                : Nodes.label(note(related), "row-count");
        note.setMinWidth(Label.USE_PREF_SIZE);
        HBox row = Nodes.styled(new HBox(new Dot(context.hues(), related.hue()), name, Nodes.spring(), note), "row");
        row.prefWidthProperty().bind(within.widthProperty().subtract(16));
        return row;
    }

    private static @Nullable Tooltip way(SymbolCard.Related related) {
        return related.way().isEmpty() ? null : new Tooltip(related.way());
    }

    private String note(SymbolCard.Related related) {
        return related.noteKey().isEmpty() ? related.region() : context.text(related.noteKey(), related.noteCount());
    }

    private ListView<SymbolCard.Related> list(List<SymbolCard.Related> all, String title) {
        ListView<SymbolCard.Related> list = new ListView<>();
        list.getItems().setAll(all);
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * Math.min(OPEN_ROWS, all.size()) + 2);
        list.setAccessibleText(title);
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> chosen(list));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen(list);
            }
        });
        return list;
    }

    private void chosen(ListView<SymbolCard.Related> list) {
        SymbolCard.Related related = list.getSelectionModel().getSelectedItem();
        if (related != null) {
            follow.accept(related);
        }
    }

    private final class Cell extends ListCell<SymbolCard.Related> {
        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(SymbolCard.@Nullable Related related, boolean empty) {
            super.updateItem(related, empty);
            setGraphic(related == null ? null : row(related, this));
            setAccessibleText(related == null ? null : related.label() + " " + note(related));
            setTooltip(related == null ? null : way(related));
        }
    }
}
