package dev.orrery.app.edit;

import dev.orrery.api.TextEdit;
import java.util.List;
import java.util.Optional;

/** Brackets and quotes that come in pairs: inserted, stepped over, deleted and found together. Pure. */
public final class Pairs {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final String QUOTES = "\"'`";
    /** How far the other bracket is looked for, in UTF-16 units. */
    private static final int REACH = 200_000;

    private Pairs() {}

    /** Two brackets that belong together, by their offsets. */
    public record Match(int open, int close) {}

    static boolean closes(char open, char close) {
        int kind = OPENING.indexOf(open);
        return kind >= 0 && CLOSING.charAt(kind) == close;
    }

    /** What typing {@code typed} does: inserts a pair, surrounds the selection, steps over what is there already, or just inserts. */
    public static Change typed(TextBuffer text, Selection selection, String typed) {
        int start = selection.start();
        int end = selection.end();
        char c = typed.length() == 1 ? typed.charAt(0) : '\0';
        boolean opens = OPENING.indexOf(c) >= 0;
        boolean quotes = QUOTES.indexOf(c) >= 0;
        if ((opens || quotes) && !selection.isEmpty()) {
            return new Change(
                    List.of(new TextEdit(start, start, typed), new TextEdit(end, end, other(c))),
                    new Selection(selection.anchor() + 1, selection.caret() + 1));
        }
        char next = end < text.length() ? text.charAt(end) : '\n';
        boolean steps = quotes ? opened(text, start, c) : CLOSING.indexOf(c) >= 0 && isBalanced(text, start, c);
        if (selection.isEmpty() && next == c && steps) {
            return Change.select(Selection.at(start + 1));
        }
        boolean room = Character.isWhitespace(next) || CLOSING.indexOf(next) >= 0 || ",;.:".indexOf(next) >= 0;
        char before = start > 0 ? text.charAt(start - 1) : '\n';
        boolean begins = !Character.isLetterOrDigit(before) && before != c && before != '\\' && !opened(text, start, c);
        if (room && (opens || quotes && begins)) {
            return Change.of(new TextEdit(start, end, typed + other(c)), Selection.at(start + 1));
        }
        if (c == '}' && text.slice(text.start(text.lineAt(start)), start).isBlank()) {
            return closingBrace(text, start, end);
        }
        return Change.of(new TextEdit(start, end, typed), Selection.at(start + typed.length()));
    }

    private static String other(char c) {
        int kind = OPENING.indexOf(c);
        return String.valueOf(kind < 0 ? c : CLOSING.charAt(kind));
    }

    /** Whether a quote is open on this line before an offset. */
    private static boolean opened(TextBuffer text, int offset, char quote) {
        boolean open = false;
        for (int at = Math.max(text.start(text.lineAt(offset)), offset - TextBuffer.SHOWN); at < offset; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == quote) {
                open = !open;
            }
        }
        return open;
    }

    /** Whether the closing bracket at an offset has its opening one on the same line, so that one steps over it. */
    private static boolean isBalanced(TextBuffer text, int offset, char close) {
        int match = find(text, offset, close, OPENING.charAt(CLOSING.indexOf(close)), -1);
        return match >= 0;
    }

    /** A brace that ends a block goes back to where the block's line begins. */
    private static Change closingBrace(TextBuffer text, int start, int end) {
        int line = text.lineAt(start);
        int open = find(text, start, '}', '{', -1);
        String leading = open < 0 ? text.slice(text.start(line), start) : Indentation.leading(text, text.lineAt(open));
        return Change.of(
                new TextEdit(text.start(line), end, leading + "}"),
                Selection.at(text.start(line) + leading.length() + 1));
    }

    /** What Backspace does: both of an empty pair go, blanks go by the step of indentation, otherwise one character. */
    public static Change backspace(TextBuffer text, Selection selection) {
        int caret = selection.start();
        if (!selection.isEmpty()) {
            return Change.of(new TextEdit(caret, selection.end(), ""), Selection.at(caret));
        }
        if (caret == 0) {
            return Change.select(selection);
        }
        char before = text.charAt(caret - 1);
        char after = caret < text.length() ? text.charAt(caret) : '\n';
        if (closes(before, after) || QUOTES.indexOf(before) >= 0 && before == after) {
            return Change.of(new TextEdit(caret - 1, caret + 1, ""), Selection.at(caret - 1));
        }
        int line = text.lineAt(caret);
        int from = caret - text.start(line);
        if (from == 0) {
            int start = text.end(line - 1);
            return Change.of(new TextEdit(start, caret, ""), Selection.at(start));
        }
        String left = text.slice(text.start(line), caret);
        int width = Indentation.unit(text).length();
        int fewer = 1;
        if (left.isBlank() && !left.contains("\t") && width > 1) {
            fewer = (from - 1) % width + 1;
        } else if (from > 1 && Character.isSurrogatePair(text.charAt(caret - 2), before)) {
            fewer = 2;
        }
        return Change.of(new TextEdit(caret - fewer, caret, ""), Selection.at(caret - fewer));
    }

    /** The brackets of which one stands at the caret, the one before it first. */
    public static Optional<Match> at(TextBuffer text, int caret) {
        for (int at = caret - 1; at <= caret; at++) {
            if (at < 0 || at >= text.length()) {
                continue;
            }
            char c = text.charAt(at);
            int opening = OPENING.indexOf(c);
            int closing = CLOSING.indexOf(c);
            int other = -1;
            if (opening >= 0) {
                other = find(text, at + 1, c, CLOSING.charAt(opening), 1);
            } else if (closing >= 0) {
                other = find(text, at, c, OPENING.charAt(closing), -1);
            }
            if (other >= 0) {
                return Optional.of(new Match(Math.min(at, other), Math.max(at, other)));
            }
        }
        return Optional.empty();
    }

    /** The innermost brackets around a stretch, by their offsets. */
    static Optional<Match> around(TextBuffer text, int start, int end) {
        int least = Math.max(0, start - REACH);
        int depth = 0;
        for (int at = start - 1; at >= least; at--) {
            char c = text.charAt(at);
            if (CLOSING.indexOf(c) >= 0) {
                depth++;
            } else if (OPENING.indexOf(c) >= 0 && depth-- == 0) {
                int close = find(text, end, c, CLOSING.charAt(OPENING.indexOf(c)), 1);
                return close < 0 ? Optional.empty() : Optional.of(new Match(at, close));
            }
        }
        return Optional.empty();
    }

    /** Counts brackets of one kind outwards from an offset; -1 where the other is not within reach. */
    private static int find(TextBuffer text, int from, char same, char other, int step) {
        int depth = 1;
        int limit = step > 0 ? Math.min(text.length(), from + REACH) : Math.max(-1, from - 1 - REACH);
        for (int at = step > 0 ? from : from - 1; at != limit; at += step) {
            char c = text.charAt(at);
            if (c == same) {
                depth++;
            } else if (c == other && --depth == 0) {
                return at;
            }
        }
        return -1;
    }
}
