package dev.orrery.app.feature.code;

import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.edit.Draft;
import dev.orrery.app.edit.LineDiff;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Font;
import javafx.util.Duration;
import jfx.incubator.scene.control.richtext.CodeArea;

/** Another text of a file beside the one in the editor, to be read only; lines that only it has are marked. */
final class ComparePane extends BorderPane implements AutoCloseable {
    private final CodeArea area = new CodeArea();

    ComparePane(ViewContext context, CodeEditor editor, Content.Shown theirs, LineDiff differences) {
        Draft draft = theirs.draft();
        EditorMarks marks = new EditorMarks();
        marks.lines(differences.right());
        DraftContent content = new DraftContent(draft);
        content.setWritable(false);
        DraftModel model = new DraftModel(draft, content);
        model.setDecorator(new HighlightDecorator(theirs.highlights(), marks, draft.buffer()));
        theirs.highlights().onArrival(line -> model.restyle(line, line + Highlights.BLOCK - 1));
        area.setEditable(false);
        area.setTabSize(CodeEditor.TAB);
        area.setCaretBlinkPeriod(Duration.ZERO);
        area.setFont(Font.font("Monospaced", CodeEditor.FONT_SIZE));
        area.setAccessibleText(context.text("app.edit.compare.disk", draft.path()));
        area.setModel(model);
        area.setLeftDecorator(new LineNumbers(draft.buffer()::count, differences.right()::get));
        Label title = Nodes.label(context.text("app.edit.compare.disk", draft.path()), "small", "muted", "notice-bar");
        title.setMaxWidth(Double.MAX_VALUE);
        setTop(title);
        setCenter(area);
        setPrefWidth(editor.getWidth() / 2);
        getStyleClass().add("compare-pane");
    }

    @Override
    public void close() {
        area.setModel(null);
    }
}
