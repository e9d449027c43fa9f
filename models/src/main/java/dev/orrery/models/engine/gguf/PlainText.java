package dev.orrery.models.engine.gguf;

import java.util.ArrayList;
import java.util.List;

/** Cuts a user's text where it spells a mark, within the mark, so that the parts, tokenised apart, never give it. */
final class PlainText {
    private final List<String> marks;

    PlainText(List<String> marks) {
        this.marks = marks.stream().filter(mark -> mark.length() > 1).toList();
    }

    /** The parts, joined the text again; none of them has a whole mark. */
    List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int cut = text.length();
            for (String mark : marks) {
                int at = text.indexOf(mark, start);
                if (at >= 0) {
                    cut = Math.min(cut, at + split(mark));
                }
            }
            parts.add(text.substring(start, cut));
            start = cut;
        }
        return parts;
    }

    /** After its first character, which is one or two {@code char}s. */
    private static int split(String mark) {
        return mark.offsetByCodePoints(0, 1);
    }
}
