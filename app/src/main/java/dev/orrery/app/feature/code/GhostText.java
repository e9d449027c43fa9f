package dev.orrery.app.feature.code;

import dev.orrery.app.control.Nodes;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Text that is not there yet: the first line behind a place of the text, further lines over what stands below. FX thread only. */
public final class GhostText {
    private final CodeEditor editor;
    private final Pane overlay;
    private final Label first = Nodes.data("", "ghost-text");
    private final Label rest = Nodes.data("", "ghost-text", "ghost-block");
    private int offset = -1;

    GhostText(CodeEditor editor, Pane overlay) {
        this.editor = editor;
        this.overlay = overlay;
        for (Label label : List.of(first, rest)) {
            label.setManaged(false);
            label.setVisible(false);
            label.setMouseTransparent(true);
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        overlay.getChildren().addAll(first, rest);
    }

    /** Shows {@code text} at an offset until {@link #hide}; line feeds begin lines. */
    public void show(int at, String text) {
        int end = text.indexOf('\n');
        first.setText(expanded(end < 0 ? text : text.substring(0, end)));
        rest.setText(end < 0 ? "" : expanded(text.substring(end + 1)));
        offset = at;
        place();
    }

    private static String expanded(String text) {
        return text.replace("\r", "").replace("\t", " ".repeat(CodeEditor.TAB));
    }

    public void hide() {
        offset = -1;
        place();
    }

    public boolean isShown() {
        return offset >= 0;
    }

    /** The text may have moved. */
    void place() {
        Optional<Bounds> caret = offset < 0 ? Optional.empty() : editor.bounds(offset);
        first.setVisible(caret.isPresent() && !first.getText().isEmpty());
        rest.setVisible(caret.isPresent() && !rest.getText().isEmpty());
        caret.ifPresent(at -> {
            lay(first, at.getMinX(), at.getMinY(), at.getHeight());
            Optional<Bounds> line = editor.bounds(editor.lineStart(offset));
            lay(rest, line.orElse(at).getMinX(), at.getMaxY(), 0);
        });
    }

    private void lay(Label label, double x, double y, double height) {
        label.applyCss();
        double width = Math.min(label.prefWidth(-1), Math.max(0, overlay.getWidth() - x));
        label.resizeRelocate(x, y, width, height > 0 ? height : label.prefHeight(-1));
    }
}
