package dev.orrery.app.edit;

import dev.orrery.api.TextEdit;
import java.util.List;

/**
 * Edits that belong together, and what is selected after them.
 *
 * @param edits ascending, not overlapping; offsets of the text before all of them
 * @param after offsets of the text after all of them
 */
public record Change(List<TextEdit> edits, Selection after) {
    public Change {
        edits = List.copyOf(edits);
        for (int i = 1; i < edits.size(); i++) {
            if (edits.get(i).start() < edits.get(i - 1).end()) {
                throw new IllegalArgumentException("edits overlap: " + edits.get(i - 1) + " " + edits.get(i));
            }
        }
    }

    public static Change of(TextEdit edit, Selection after) {
        return new Change(List.of(edit), after);
    }

    /** Only moves the caret or selects. */
    public static Change select(Selection after) {
        return new Change(List.of(), after);
    }

    /** How the change joins the one before it when it is undone. */
    public enum Kind {
        /** Characters typed one after the other, undone by the word. */
        TYPING,
        /** Characters deleted one after the other. */
        DELETING,
        /** A step of its own. */
        STEP,
        /** A part of the step before. */
        PART
    }
}
