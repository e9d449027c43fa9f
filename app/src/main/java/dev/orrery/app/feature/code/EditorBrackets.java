package dev.orrery.app.feature.code;

import dev.orrery.app.edit.Draft;
import dev.orrery.app.edit.Pairs;
import java.util.Optional;

/** Marks the bracket at the caret and the one that belongs to it. */
final class EditorBrackets {
    private final CodeEditor editor;

    EditorBrackets(CodeEditor editor) {
        this.editor = editor;
    }

    void follow() {
        Optional<Draft> draft = editor.file().draft();
        if (draft.isEmpty()) {
            return;
        }
        Optional<Pairs.Match> before = editor.marks().brackets();
        Optional<Pairs.Match> now =
                editor.selection().isEmpty() ? Pairs.at(draft.get().buffer(), editor.caret()) : Optional.empty();
        if (editor.marks().brackets(now)) {
            before.ifPresent(pair -> restyle(draft.get(), pair));
            now.ifPresent(pair -> restyle(draft.get(), pair));
        }
    }

    private void restyle(Draft draft, Pairs.Match pair) {
        if (pair.close() <= draft.buffer().length()) {
            editor.restyle(draft.buffer().lineAt(pair.open()), draft.buffer().lineAt(pair.close()));
        }
    }
}
