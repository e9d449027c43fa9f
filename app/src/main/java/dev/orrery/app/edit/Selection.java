package dev.orrery.app.edit;

/**
 * What is selected: from where one began to where the caret stands; nothing where both are the same.
 *
 * @param anchor where it began
 * @param caret where it ends; may lie before the anchor
 */
public record Selection(int anchor, int caret) {
    /** A caret with nothing selected. */
    public static Selection at(int caret) {
        return new Selection(caret, caret);
    }

    public int start() {
        return Math.min(anchor, caret);
    }

    public int end() {
        return Math.max(anchor, caret);
    }

    public boolean isEmpty() {
        return anchor == caret;
    }
}
