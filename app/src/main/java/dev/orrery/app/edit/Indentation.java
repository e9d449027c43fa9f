package dev.orrery.app.edit;

import dev.orrery.api.TextEdit;
import java.util.ArrayList;
import java.util.List;

/** How lines begin, and what the Tab and Enter keys do about it. Pure. */
public final class Indentation {
    private static final int LOOKED_AT = 2_000;
    private static final int USUAL = 4;
    private static final int WIDEST = 8;

    private Indentation() {}

    /** One step of indentation as the text has it: a tab or some spaces; four where nothing is indented. */
    static String unit(TextBuffer text) {
        int tabs = 0;
        int[] steps = new int[WIDEST + 1];
        int before = Integer.MAX_VALUE;
        for (int line = 0; line < Math.min(text.count(), LOOKED_AT); line++) {
            String leading = leading(text, line);
            if (leading.length() == text.end(line) - text.start(line)) {
                continue;
            }
            if (leading.startsWith("\t")) {
                tabs++;
            }
            int step = leading.length() - before;
            if (step > 1 && step <= WIDEST && !leading.contains("\t")) {
                steps[step]++;
            }
            before = leading.length();
        }
        int best = USUAL;
        int spaces = 0;
        for (int step = 2; step <= WIDEST; step++) {
            spaces += steps[step];
            best = steps[step] > steps[best] ? step : best;
        }
        return tabs > spaces ? "\t" : " ".repeat(best);
    }

    /** The blanks with which a line begins. */
    static String leading(TextBuffer text, int line) {
        int start = text.start(line);
        int end = text.end(line);
        int at = start;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return text.slice(start, at);
    }

    /** A new line, indented like the one before, deeper behind an opening bracket; a closing bracket gets a line of its own. */
    public static Change enter(TextBuffer text, Selection selection) {
        int start = selection.start();
        int line = text.lineAt(start);
        String leading = leading(text, line);
        leading = leading.substring(0, Math.min(leading.length(), start - text.start(line)));
        char before = lastBefore(text, text.start(line), start);
        char after = selection.end() < text.length() ? text.charAt(selection.end()) : '\n';
        boolean opens = before == '{' || before == '(' || before == '[' || before == ':' && text.end(line) == start;
        String inner = opens ? leading + unit(text) : leading;
        String inserted = "\n" + inner;
        int caret = start + inserted.length();
        int end = selection.end();
        if (opens && Pairs.closes(before, after)) {
            inserted += "\n" + leading;
        } else {
            int limit = text.end(text.lineAt(end));
            while (end < limit && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
                end++;
            }
        }
        return Change.of(new TextEdit(start, end, inserted), Selection.at(caret));
    }

    private static char lastBefore(TextBuffer text, int from, int to) {
        int at = to;
        while (at > from && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        return at > from ? text.charAt(at - 1) : '\n';
    }

    /** Tab: indents the selected lines, or inserts blanks up to the next step. */
    public static Change indent(TextBuffer text, Selection selection) {
        String unit = unit(text);
        int first = text.lineAt(selection.start());
        int last = Lines.last(text, selection);
        if (first == last && !Lines.isWhole(text, selection)) {
            int column = selection.start() - text.start(first);
            String blanks = unit.equals("\t") ? unit : " ".repeat(unit.length() - column % unit.length());
            return Change.of(
                    new TextEdit(selection.start(), selection.end(), blanks),
                    Selection.at(selection.start() + blanks.length()));
        }
        return indentLines(text, selection);
    }

    /** Gives the selected lines one more step of indentation. */
    public static Change indentLines(TextBuffer text, Selection selection) {
        String unit = unit(text);
        List<TextEdit> edits = new ArrayList<>();
        for (int line = text.lineAt(selection.start()); line <= Lines.last(text, selection); line++) {
            if (text.end(line) > text.start(line)) {
                edits.add(new TextEdit(text.start(line), text.start(line), unit));
            }
        }
        return Lines.keeping(text, selection, edits);
    }

    /** Shift and Tab: takes one step of indentation from the selected lines. */
    public static Change outdent(TextBuffer text, Selection selection) {
        String unit = unit(text);
        List<TextEdit> edits = new ArrayList<>();
        for (int line = text.lineAt(selection.start()); line <= Lines.last(text, selection); line++) {
            int fewer = fewer(leading(text, line), unit.equals("\t") ? USUAL : unit.length());
            if (fewer > 0) {
                edits.add(new TextEdit(text.start(line), text.start(line) + fewer, ""));
            }
        }
        return Lines.keeping(text, selection, edits);
    }

    private static int fewer(String leading, int width) {
        if (leading.startsWith("\t")) {
            return 1;
        }
        int spaces = 0;
        while (spaces < Math.min(width, leading.length()) && leading.charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces;
    }
}
