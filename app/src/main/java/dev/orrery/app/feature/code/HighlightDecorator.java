package dev.orrery.app.feature.code;

import dev.orrery.api.TokenSpan;
import java.util.Locale;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;

/** Colours the lines that come into view, one style class a kind of token. */
final class HighlightDecorator implements SyntaxDecorator {
    private final Highlights highlights;

    HighlightDecorator(Highlights highlights) {
        this.highlights = highlights;
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
        return paragraph.build();
    }

    static String styleClass(TokenSpan.Kind kind) {
        return "syntax-" + kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void handleChange(
            CodeTextModel model, TextPos start, TextPos end, int charsTop, int linesAdded, int charsBottom) {
        // The text never changes; a new version comes with a new model.
    }
}
