package dev.orrery.app.edit;

import dev.orrery.api.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** What is done to whole lines: comment, duplicate, move, delete. Pure. */
public final class Lines {
    private Lines() {}

    /** The last line that a selection covers; one that it only reaches the start of does not count. */
    static int last(TextBuffer text, Selection selection) {
        int last = text.lineAt(selection.end());
        boolean onlyReached = !selection.isEmpty() && last > text.lineAt(selection.start());
        return onlyReached && text.start(last) == selection.end() ? last - 1 : last;
    }

    /** Whether a whole line and nothing else is selected. */
    static boolean isWhole(TextBuffer text, Selection selection) {
        int line = text.lineAt(selection.start());
        return !selection.isEmpty() && selection.start() == text.start(line) && selection.end() >= text.end(line);
    }

    /** Edits after which the same text is selected. */
    static Change keeping(TextBuffer text, Selection selection, List<TextEdit> edits) {
        return new Change(edits, new Selection(moved(selection.anchor(), edits), moved(selection.caret(), edits)));
    }

    private static int moved(int offset, List<TextEdit> edits) {
        int moved = offset;
        for (TextEdit edit : edits) {
            if (edit.end() <= offset) {
                moved += edit.text().length() - (edit.end() - edit.start());
            } else if (edit.start() < offset) {
                moved -= offset - edit.start();
            }
        }
        return moved;
    }

    /** Comments the selected lines out, or back in where all of them are. */
    public static Change toggleComment(TextBuffer text, Selection selection, CommentSyntax syntax) {
        int first = text.lineAt(selection.start());
        int last = last(text, selection);
        List<Integer> lines = new ArrayList<>();
        int column = Integer.MAX_VALUE;
        boolean all = true;
        for (int line = first; line <= last; line++) {
            String content = text.line(line);
            if (!content.isBlank() || first == last) {
                lines.add(line);
                column = Math.min(column, Indentation.leading(text, line).length());
                all &= content.strip().startsWith(syntax.open())
                        && content.strip().endsWith(syntax.close());
            }
        }
        List<TextEdit> edits = new ArrayList<>();
        for (int line : lines) {
            if (all) {
                uncomment(text, line, syntax, edits);
            } else {
                int at = text.start(line) + column;
                edits.add(new TextEdit(at, at, syntax.open() + " "));
                if (!syntax.close().isEmpty()) {
                    edits.add(new TextEdit(text.end(line), text.end(line), " " + syntax.close()));
                }
            }
        }
        return keeping(text, selection, edits);
    }

    private static void uncomment(TextBuffer text, int line, CommentSyntax syntax, List<TextEdit> edits) {
        String content = text.line(line);
        int open = content.indexOf(syntax.open());
        int behind = open + syntax.open().length();
        behind += behind < content.length() && content.charAt(behind) == ' ' ? 1 : 0;
        int start = text.start(line);
        edits.add(new TextEdit(start + open, start + behind, ""));
        int close = content.lastIndexOf(syntax.close());
        if (!syntax.close().isEmpty() && close >= behind) {
            int from = close > behind && content.charAt(close - 1) == ' ' ? close - 1 : close;
            edits.add(new TextEdit(start + from, start + close + syntax.close().length(), ""));
        }
    }

    /** Writes the selected lines a second time below themselves and selects there. */
    public static Change duplicate(TextBuffer text, Selection selection) {
        int last = last(text, selection);
        int start = text.start(text.lineAt(selection.start()));
        String lines = text.slice(start, text.end(last));
        int shift = lines.length() + 1;
        return Change.of(
                new TextEdit(text.end(last), text.end(last), "\n" + lines),
                new Selection(selection.anchor() + shift, selection.caret() + shift));
    }

    /** Deletes the selected lines. */
    public static Change delete(TextBuffer text, Selection selection) {
        int first = text.lineAt(selection.start());
        int last = last(text, selection);
        boolean isLast = last == text.count() - 1;
        int start = isLast && first > 0 ? text.end(first - 1) : text.start(first);
        int end = text.nextStart(last);
        return Change.of(new TextEdit(start, end, ""), Selection.at(start));
    }

    /** Where lines go. */
    public enum Direction {
        UP,
        DOWN
    }

    /** Exchanges the selected lines with the line above or below; nothing where there is none. */
    public static Change move(TextBuffer text, Selection selection, Direction direction) {
        int first = text.lineAt(selection.start());
        int last = last(text, selection);
        boolean up = direction == Direction.UP;
        if (up ? first == 0 : last == text.count() - 1) {
            return Change.select(selection);
        }
        int from = up ? first - 1 : first;
        int middle = up ? first : last + 1;
        int to = up ? last : last + 1;
        String above = text.slice(text.start(from), text.end(middle - 1));
        String end = text.slice(text.end(middle - 1), text.start(middle));
        String below = text.slice(text.start(middle), text.end(to));
        int shift = up ? -above.length() - end.length() : below.length() + end.length();
        return Change.of(
                new TextEdit(text.start(from), text.end(to), below + end + above),
                new Selection(selection.anchor() + shift, selection.caret() + shift));
    }
}
