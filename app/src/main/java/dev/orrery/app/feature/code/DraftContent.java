package dev.orrery.app.feature.code;

import dev.orrery.api.TextEdit;
import dev.orrery.app.edit.Change;
import dev.orrery.app.edit.Draft;
import dev.orrery.app.edit.Selection;
import dev.orrery.app.edit.TextBuffer;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.BasicTextModel;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;

/**
 * A draft's lines as the text control reads and writes them. Of very long lines only the beginning is shown; the place behind it is the
 * line's end.
 */
final class DraftContent implements BasicTextModel.Content {
    private static final String MORE = " …";

    private final Draft draft;
    private boolean writable = true;
    private boolean writing;
    private boolean begun;

    DraftContent(Draft draft) {
        this.draft = draft;
    }

    /** Whether the control itself is changing the draft now. */
    boolean isWriting() {
        return writing;
    }

    void setWritable(boolean can) {
        writable = can;
    }

    /** What the control does from now on is another step. Answers whether it did anything. */
    boolean endStep() {
        boolean did = begun;
        begun = false;
        return did;
    }

    TextPos position(int offset) {
        TextBuffer text = draft.buffer();
        int line = text.lineAt(offset);
        int column = Math.min(offset, text.end(line)) - text.start(line);
        return TextPos.ofLeading(line, Math.min(column, getText(line).length()));
    }

    int offset(TextPos position) {
        TextBuffer text = draft.buffer();
        if (position.index() >= text.count()) {
            return text.length();
        }
        int line = position.index();
        int column = position.offset();
        boolean behind = text.isCut(line) && column > TextBuffer.SHOWN;
        return behind ? text.end(line) : Math.min(text.end(line), text.start(line) + column);
    }

    @Override
    public int size() {
        return draft.buffer().count();
    }

    @Override
    public String getText(int index) {
        TextBuffer text = draft.buffer();
        if (index >= text.count()) {
            // Where many places change at once the control asks between them.
            return "";
        }
        return text.isCut(index) ? text.shown(index) + MORE : text.shown(index);
    }

    @Override
    public boolean isWritable() {
        return writable;
    }

    @Override
    public int insertTextSegment(int index, int offset, String text, StyleAttributeMap attributes) {
        int at = offset(TextPos.ofLeading(index, offset));
        write(new TextEdit(at, at, text));
        return text.length();
    }

    @Override
    public void insertLineBreak(int index, int offset) {
        int at = offset(TextPos.ofLeading(index, offset));
        write(new TextEdit(at, at, "\n"));
    }

    @Override
    public void removeRange(TextPos start, TextPos end) {
        write(new TextEdit(offset(start), offset(end), ""));
    }

    private void write(TextEdit edit) {
        writing = true;
        try {
            draft.apply(
                    Change.of(edit, Selection.at(edit.start() + edit.text().length())),
                    new Selection(edit.start(), edit.end()),
                    begun ? Change.Kind.PART : Change.Kind.STEP);
            begun = true;
        } finally {
            writing = false;
        }
    }
}
