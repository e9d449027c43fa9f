package dev.orrery.app.control;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** A quiet pane that says why there is nothing else to see, and what to do about it. */
public final class StatePane extends VBox {
    private static final double TEXT_WIDTH = 420;

    private final Label title = new Label();
    private final Label detail = new Label();

    public StatePane(Feather feather, String title, String detail, Button... actions) {
        super(8);
        setAlignment(Pos.CENTER);
        getStyleClass().add("state-pane");
        this.title.getStyleClass().add("state-title");
        this.detail.getStyleClass().add("state-detail");
        for (Label label : new Label[] {this.title, this.detail}) {
            label.setWrapText(true);
            label.setMaxWidth(TEXT_WIDTH);
            label.setTextAlignment(TextAlignment.CENTER);
            label.setAlignment(Pos.CENTER);
        }
        getChildren().addAll(Icons.of(feather), this.title, Nodes.collapsing(this.detail));
        getChildren().addAll(actions);
        say(title, detail);
    }

    public void say(String title, String detail) {
        this.title.setText(title);
        this.detail.setText(detail);
        this.detail.setVisible(!detail.isEmpty());
    }
}
