package dev.orrery.app.feature.code;

import dev.orrery.app.edit.Draft;
import dev.orrery.app.edit.Span;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;

/** A draft as the text control's model: changes go both ways, and the draft alone knows how to undo them. */
final class DraftModel extends CodeTextModel {
    private final DraftContent content;
    private Runnable own = () -> {};

    DraftModel(Draft draft, DraftContent content) {
        super(content);
        this.content = content;
        setUndoRedoEnabled(false);
        draft.onChange(spans -> {
            if (!content.isWriting()) {
                spans.forEach(this::tell);
            }
        });
    }

    /** Runs {@code listener} after the control itself changed the draft. */
    void onOwnChange(Runnable listener) {
        own = listener;
    }

    DraftContent content() {
        return content;
    }

    private void tell(Span span) {
        fireChangeEvent(
                TextPos.ofLeading(span.startLine(), span.startColumn()),
                TextPos.ofLeading(span.endLine(), span.endColumn()),
                span.linesAdded() == 0 ? span.newEndColumn() - span.startColumn() : 0,
                span.linesAdded(),
                span.linesAdded() == 0 ? 0 : span.newEndColumn());
    }

    /** The control calls this at the end of each of its own changes. */
    @Override
    public void fireChangeEvent(TextPos start, TextPos end, int charsTop, int linesAdded, int charsBottom) {
        super.fireChangeEvent(start, end, charsTop, linesAdded, charsBottom);
        if (content.endStep()) {
            own.run();
        }
    }

    /** What stands on these lines looks different. */
    void restyle(int first, int last) {
        int end = Math.clamp(last, 0, size() - 1);
        fireStyleChangeEvent(TextPos.ofLeading(Math.min(first, end), 0), getEndOfParagraphTextPos(end));
    }
}
