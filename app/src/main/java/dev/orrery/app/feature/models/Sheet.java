package dev.orrery.app.feature.models;

import dev.orrery.app.control.Nodes;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A question over the screen: a card in the middle that Escape and its cross close. */
final class Sheet extends StackPane {
    private static final double WIDTH = 560;

    private final ModelWords words;

    Sheet(ModelWords words) {
        this.words = words;
        getStyleClass().add("palette-veil");
        setVisible(false);
        managedProperty().bind(visibleProperty());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
    }

    void show(String title, Node content, Node focus) {
        Button cross = Nodes.styled(new Button("✕"), "flat", "icon-only");
        cross.setAccessibleText(words.text("app.models.sheet.close"));
        cross.setOnAction(event -> close());
        Label head = Nodes.label(title, "page-title");
        HBox top = new HBox(head, Nodes.spring(), cross);
        top.setAlignment(Pos.CENTER_LEFT);
        VBox card = Nodes.styled(new VBox(12, top, content), "card", "sheet");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        card.setPrefWidth(WIDTH);
        getChildren().setAll(card);
        setVisible(true);
        focus.requestFocus();
    }

    void close() {
        setVisible(false);
        getChildren().clear();
    }
}
