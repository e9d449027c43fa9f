package dev.orrery.app.edit;

import dev.orrery.api.TextEdit;
import org.jspecify.annotations.Nullable;

/**
 * A text that is changed in place: a gap buffer, so that edits near one another cost as much as what they change, with the starts of
 * its lines kept along. Lines are 0-based and end with LF, CR LF or CR; each keeps the end it has. One owner at a time.
 */
public final class TextBuffer {
    /** What a line shows at most, in UTF-16 units. */
    public static final int SHOWN = 4_000;

    private static final int ROOM = 1024;

    private final LineStarts lines = new LineStarts();
    private char[] units;
    private int gap;
    private int gapEnd;
    private long version;
    private @Nullable String whole;

    public TextBuffer(String text) {
        units = new char[text.length() + ROOM];
        gapEnd = units.length;
        replace(new TextEdit(0, 0, text));
        version = 0;
        whole = text;
    }

    /** Grows with every edit. */
    public long version() {
        return version;
    }

    /** Number of UTF-16 units. */
    public int length() {
        return units.length - (gapEnd - gap);
    }

    public char charAt(int offset) {
        return units[offset < gap ? offset : offset + gapEnd - gap];
    }

    /** The units from {@code start} to {@code end}. */
    public String slice(int start, int end) {
        if (start < 0 || end < start || end > length()) {
            throw new IndexOutOfBoundsException(start + ".." + end + " of " + length());
        }
        if (end <= gap) {
            return new String(units, start, end - start);
        }
        int hole = gapEnd - gap;
        if (start >= gap) {
            return new String(units, start + hole, end - start);
        }
        return new StringBuilder(end - start)
                .append(units, start, gap - start)
                .append(units, gapEnd, end - gap)
                .toString();
    }

    /** The whole text; made once for each version. */
    public String text() {
        String made = whole == null ? slice(0, length()) : whole;
        whole = made;
        return made;
    }

    /** Does one edit. */
    public void replace(TextEdit edit) {
        int start = edit.start();
        int end = edit.end();
        if (end > length()) {
            throw new IndexOutOfBoundsException(start + ".." + end + " of " + length());
        }
        moveGap(start);
        gapEnd += end - start;
        reserve(edit.text().length());
        edit.text().getChars(0, edit.text().length(), units, gap);
        gap += edit.text().length();
        int newEnd = start + edit.text().length();
        lines.replaced(start, end, newEnd, this::startsLine);
        version++;
        whole = null;
    }

    private void moveGap(int to) {
        if (to < gap) {
            System.arraycopy(units, to, units, gapEnd - (gap - to), gap - to);
        } else {
            System.arraycopy(units, gapEnd, units, gap, to - gap);
        }
        gapEnd += to - gap;
        gap = to;
    }

    private void reserve(int more) {
        if (gapEnd - gap < more) {
            int length = length();
            char[] larger = new char[length + more + Math.max(ROOM, length / 8)];
            int tail = units.length - gapEnd;
            System.arraycopy(units, 0, larger, 0, gap);
            System.arraycopy(units, gapEnd, larger, larger.length - tail, tail);
            gapEnd = larger.length - tail;
            units = larger;
        }
    }

    private boolean startsLine(int offset) {
        char before = charAt(offset - 1);
        return before == '\n' || before == '\r' && (offset == length() || charAt(offset) != '\n');
    }

    /** Number of lines; a text that ends with the end of a line has an empty one after it. */
    public int count() {
        return lines.count();
    }

    public int start(int line) {
        return lines.start(line);
    }

    /** One past the last unit of a line, its end of line left out. */
    public int end(int line) {
        int end = nextStart(line);
        int start = start(line);
        while (end > start && (charAt(end - 1) == '\n' || charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** Where the next line starts; the text's end for the last one. */
    public int nextStart(int line) {
        return line + 1 < count() ? start(line + 1) : length();
    }

    /** The line in which an offset lies. */
    public int lineAt(int offset) {
        return lines.lineAt(offset);
    }

    /** A line's text without its end. */
    public String line(int line) {
        return slice(start(line), end(line));
    }

    /** What of a line is shown. */
    public String shown(int line) {
        return slice(start(line), Math.min(end(line), start(line) + SHOWN));
    }

    /** Whether a line is longer than what is shown of it. */
    public boolean isCut(int line) {
        return end(line) - start(line) > SHOWN;
    }

    /** The identifier around a 0-based column, or an empty string. */
    public String wordAt(int line, int column) {
        if (line < 0 || line >= count()) {
            return "";
        }
        int low = start(line);
        int high = end(line);
        int from = Math.clamp((long) low + column, low, high);
        int to = from;
        while (from > low && Character.isJavaIdentifierPart(charAt(from - 1))) {
            from--;
        }
        while (to < high && Character.isJavaIdentifierPart(charAt(to))) {
            to++;
        }
        return slice(from, to);
    }
}
