package dev.orrery.app.edit;

import java.util.Optional;

/** Selects by meaning: the word at the caret, then what brackets enclose, then lines, then all. Pure. */
public final class Words {
    private Words() {}

    /** The word at an offset; empty where there is none. */
    public static Selection word(TextBuffer text, int offset) {
        int start = offset;
        int end = offset;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return new Selection(start, end);
    }

    /** The next larger thing that encloses what is selected. */
    public static Selection expanded(TextBuffer text, Selection selection) {
        Selection word = word(text, selection.caret());
        if (encloses(word, selection)) {
            return word;
        }
        Selection line = line(text, selection);
        Optional<Pairs.Match> pair = Pairs.around(text, selection.start(), selection.end());
        if (pair.isPresent()) {
            Selection inner = new Selection(pair.get().open() + 1, pair.get().close());
            Selection outer = new Selection(pair.get().open(), pair.get().close() + 1);
            Selection next = encloses(inner, selection) ? inner : outer;
            return encloses(line, selection) && encloses(next, line) ? line : next;
        }
        return encloses(line, selection) ? line : new Selection(0, text.length());
    }

    private static Selection line(TextBuffer text, Selection selection) {
        return new Selection(text.start(text.lineAt(selection.start())), text.nextStart(Lines.last(text, selection)));
    }

    private static boolean encloses(Selection outer, Selection inner) {
        return outer.start() <= inner.start()
                && outer.end() >= inner.end()
                && outer.end() - outer.start() > inner.end() - inner.start();
    }
}
