package dev.orrery.app.shell;

import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.feature.code.CloseQuestion;
import dev.orrery.app.feature.code.CodeViewModel;
import dev.orrery.app.feature.code.OpenFile;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks over the whole window what becomes of unsaved text before its files are closed. */
final class UnsavedSheet extends StackPane {
    private static final double WIDTH = 520;
    private static final int LISTED = 8;

    private final ViewContext context;
    private final CodeViewModel model;

    UnsavedSheet(ViewContext context, CodeViewModel model) {
        this.context = context;
        this.model = model;
        getStyleClass().add("palette-veil");
        Nodes.collapsing(this);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                cancel();
            }
        });
        model.questionProperty().subscribe(this::show);
    }

    private void show(@Nullable CloseQuestion question) {
        getChildren().clear();
        setVisible(question != null);
        if (question == null) {
            return;
        }
        int count = question.files().size();
        VBox card = Nodes.styled(
                new VBox(12, Nodes.label(context.text("app.unsaved.title", count), "page-title")), "card", "sheet");
        question.files().stream().limit(LISTED).map(OpenFile::path).forEach(path -> card.getChildren()
                .add(Nodes.data(path, "mono", "small")));
        if (count > LISTED) {
            card.getChildren().add(Nodes.label(context.text("app.unsaved.more", count - LISTED), "small"));
        }
        Label hint = Nodes.label(context.text("app.unsaved.hint"), "small");
        hint.setWrapText(true);
        Button cancel = button("app.unsaved.cancel", "unsaved-cancel", this::cancel);
        Button discard = button("app.unsaved.discard", "unsaved-discard", () -> model.discardAndClose(question));
        Button save = button("app.unsaved.save", "unsaved-save", () -> model.saveAndClose(question));
        save.setDefaultButton(true);
        HBox buttons = new HBox(8, Nodes.spring(), cancel, discard, save);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        card.getChildren().addAll(hint, buttons);
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        getChildren().setAll(card);
        save.requestFocus();
    }

    private Button button(String titleKey, String id, Runnable action) {
        Button button = new Button(context.text(titleKey));
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void cancel() {
        model.questionProperty().set(null);
    }
}
