package dev.orrery.app.feature.code;

import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** Asks for a line, or a line and a column, and goes there. */
final class LineBar extends HBox {
    private static final Pattern PLACE = Pattern.compile("\\s*(\\d{1,9})\\s*(?:[:,]\\s*(\\d{1,9}))?\\s*");

    private final CodeEditor editor;
    private final TextField where = new TextField();

    LineBar(ViewContext context, CodeEditor editor) {
        super(8);
        this.editor = editor;
        getStyleClass().add("find-bar");
        setAlignment(Pos.CENTER_LEFT);
        setVisible(false);
        Nodes.collapsing(this);
        where.setId("line-number");
        where.setPrefColumnCount(10);
        where.setAccessibleText(context.text("app.command.code.goToLine"));
        Label hint = Nodes.label(context.text("app.edit.line"), "small", "muted");
        getChildren().addAll(where, hint);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE || event.getCode() == KeyCode.ENTER && go()) {
                event.consume();
                setVisible(false);
                editor.focusText();
            }
        });
    }

    void open() {
        setVisible(true);
        where.clear();
        where.requestFocus();
    }

    private boolean go() {
        Matcher place = PLACE.matcher(where.getText());
        if (!place.matches()) {
            return false;
        }
        int column = place.group(2) == null ? 1 : Integer.parseInt(place.group(2));
        editor.goTo(Integer.parseInt(place.group(1)), column);
        return true;
    }
}
