package dev.orrery.app.feature.code;

import dev.orrery.app.control.ViewContext;
import javafx.scene.layout.VBox;

/** What stands above an editor's text: what is to be said about the file, where to go, what to find. */
final class EditorBars extends VBox {
    private final FindBar find;
    private final LineBar line;

    EditorBars(ViewContext context, CodeViewModel model, CodeEditor editor, Runnable compare) {
        find = new FindBar(context, editor, new FindModel(model.threads()));
        line = new LineBar(context, editor);
        getChildren().addAll(new NoticeBar(context, model, editor.file(), compare), line, find);
    }

    FindBar find() {
        return find;
    }

    LineBar line() {
        return line;
    }
}
