package dev.orrery.app.feature.code;

import jfx.incubator.scene.control.richtext.model.BasicTextModel;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;

/** A document's lines as the text control reads them; never written. */
final class DocumentContent implements BasicTextModel.Content {
    private final TextLines lines;

    DocumentContent(TextLines lines) {
        this.lines = lines;
    }

    @Override
    public int size() {
        return lines.count();
    }

    @Override
    public String getText(int index) {
        return lines.isCut(index) ? lines.shown(index) + " …" : lines.shown(index);
    }

    @Override
    public boolean isWritable() {
        return false;
    }

    @Override
    public int insertTextSegment(int index, int offset, String text, StyleAttributeMap attributes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void insertLineBreak(int index, int offset) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeRange(
            jfx.incubator.scene.control.richtext.TextPos start, jfx.incubator.scene.control.richtext.TextPos end) {
        throw new UnsupportedOperationException();
    }
}
