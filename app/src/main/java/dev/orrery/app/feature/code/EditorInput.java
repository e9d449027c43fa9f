package dev.orrery.app.feature.code;

import dev.orrery.api.TextEdit;
import dev.orrery.app.edit.Change;
import dev.orrery.app.edit.Change.Kind;
import dev.orrery.app.edit.Indentation;
import dev.orrery.app.edit.Lines;
import dev.orrery.app.edit.Pairs;
import dev.orrery.app.edit.Selection;
import dev.orrery.app.edit.TextBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import jfx.incubator.scene.control.input.KeyBinding;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.RichTextArea.Tag;

/** What keys do in an editor, in place of what the text control would do. */
final class EditorInput {
    private static final char DELETE = 0x7f;

    private final CodeEditor editor;
    private final List<Predicate<KeyEvent>> first = new ArrayList<>();

    EditorInput(CodeEditor editor, CodeArea area) {
        this.editor = editor;
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::offer);
        area.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        var map = area.getInputMap();
        map.registerFunction(Tag.UNDO, editor::undo);
        map.registerFunction(Tag.REDO, editor::redo);
        map.registerFunction(Tag.COPY, this::copy);
        map.registerFunction(Tag.CUT, this::cut);
        map.registerFunction(Tag.PASTE, this::paste);
        map.registerFunction(Tag.PASTE_PLAIN_TEXT, this::paste);
        map.registerFunction(Tag.BACKSPACE, () -> change(Pairs::backspace, Kind.DELETING));
        map.registerFunction(Tag.INSERT_LINE_BREAK, () -> change(Indentation::enter, Kind.STEP));
        map.registerFunction(Tag.INSERT_TAB, () -> change(Indentation::indent, Kind.STEP));
        map.registerFunction(Tag.DELETE_PARAGRAPH, () -> change(Lines::delete, Kind.STEP));
        map.register(KeyBinding.shift(KeyCode.TAB), () -> change(Indentation::outdent, Kind.STEP));
    }

    /** {@code key} sees every pressed key before the editor does, the newest first; answers whether it was for him. */
    void intercept(Predicate<KeyEvent> key) {
        first.addFirst(key);
    }

    private void offer(KeyEvent event) {
        for (Predicate<KeyEvent> key : List.copyOf(first)) {
            if (key.test(event)) {
                event.consume();
                return;
            }
        }
    }

    private void change(BiFunction<TextBuffer, Selection, Change> made, Kind kind) {
        editor.change(made, kind);
    }

    private void typed(KeyEvent event) {
        String character = event.getCharacter();
        boolean menu = (event.isControlDown() || event.isAltDown()) && !(event.isControlDown() && event.isAltDown());
        boolean isText = !character.isEmpty() && character.charAt(0) >= ' ' && character.charAt(0) != DELETE;
        if (isText && !menu && !event.isMetaDown() && editor.isEditable()) {
            event.consume();
            change((text, selection) -> Pairs.typed(text, selection, character), Kind.TYPING);
        }
    }

    void copy() {
        Selection selection = editor.selection();
        if (!selection.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(editor.text(selection).replace("\r\n", "\n").replace('\r', '\n'));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    void cut() {
        if (editor.isEditable() && !editor.selection().isEmpty()) {
            copy();
            insert("");
        }
    }

    void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text != null && !text.isEmpty()) {
            insert(text.replace("\r\n", "\n").replace('\r', '\n'));
        }
    }

    private void insert(String text) {
        change(
                (buffer, selection) -> Change.of(
                        new TextEdit(selection.start(), selection.end(), text),
                        Selection.at(selection.start() + text.length())),
                Kind.STEP);
    }
}
