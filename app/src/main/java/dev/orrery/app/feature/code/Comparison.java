package dev.orrery.app.feature.code;

import dev.orrery.app.control.ViewContext;
import dev.orrery.app.edit.LineDiff;
import java.util.BitSet;
import javafx.scene.layout.BorderPane;

/** Shows beside an editor's text what is on disk, while the two are in conflict. */
final class Comparison {
    private final ViewContext context;
    private final CodeViewModel model;
    private final CodeEditor editor;
    private final BorderPane place;

    /** @param place on whose right side the other text is shown */
    Comparison(ViewContext context, CodeViewModel model, CodeEditor editor, BorderPane place) {
        this.context = context;
        this.model = model;
        this.editor = editor;
        this.place = place;
        editor.file().noticeProperty().subscribe(this::end);
    }

    void show() {
        end();
        OpenFile file = editor.file();
        model.theirs(file, theirs -> file.draft()
                .filter(mine -> file.noticeProperty().get() instanceof FileNotice.Conflict)
                .ifPresent(mine -> {
                    LineDiff differences =
                            LineDiff.of(mine.buffer(), theirs.draft().buffer());
                    editor.marks().lines(differences.left());
                    editor.restyle();
                    place.setRight(new ComparePane(context, editor, theirs, differences));
                }));
    }

    private void end() {
        if (place.getRight() instanceof ComparePane pane) {
            pane.close();
            place.setRight(null);
            editor.marks().lines(new BitSet());
            editor.restyle();
        }
    }
}
