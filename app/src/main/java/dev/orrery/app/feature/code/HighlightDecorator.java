package dev.orrery.app.feature.code;

import dev.orrery.api.TokenSpan;
import dev.orrery.app.edit.TextBuffer;
import java.util.Locale;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/** Colours and marks the lines that come into view, one style class a kind of token. */
final class HighlightDecorator implements SyntaxDecorator {
    private final Highlights highlights;
    private final EditorMarks marks;
    private final TextBuffer buffer;

    HighlightDecorator(Highlights highlights, EditorMarks marks, TextBuffer buffer) {
        this.highlights = highlights;
        this.marks = marks;
        this.buffer = buffer;
    }

    @Override
    public RichParagraph createRichParagraph(CodeTextModel model, int index) {
        String text = model.getPlainText(index);
        RichParagraph.Builder paragraph = RichParagraph.builder();
        int at = 0;
        for (TokenSpan span : highlights.line(index)) {
            int start = Math.clamp(span.start(), at, text.length());
            int end = Math.clamp(span.end(), start, text.length());
            if (start > at) {
                paragraph.addSegment(text.substring(at, start));
            }
            if (end > start) {
                paragraph.addWithStyleNames(text.substring(start, end), styleClass(span.kind()));
            }
            at = end;
        }
        if (at < text.length()) {
            paragraph.addSegment(text.substring(at));
        }
        if (index < buffer.count()) {
            marks.behind(buffer, index)
                    .forEach(mark -> paragraph.addHighlight(mark.from(), mark.to() - mark.from(), mark.styleClass()));
            marks.below(buffer, index)
                    .forEach(mark ->
                            paragraph.addWavyUnderline(mark.from(), mark.to() - mark.from(), mark.styleClass()));
        }
        return paragraph.build();
    }

    static String styleClass(TokenSpan.Kind kind) {
        return "syntax-" + kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void handleChange(
            CodeTextModel model, TextPos start, TextPos end, int charsTop, int linesAdded, int charsBottom) {
        // The highlights follow the draft themselves.
    }
}
