package dev.orrery.app.feature.code;

import java.util.Arrays;

/** A text cut into lines without copying it. Lines are 0-based here; very long ones can be shown in part. */
public final class TextLines {
    /** What a line shows at most, in UTF-16 units. */
    static final int SHOWN = 4_000;

    private final String text;
    private final int[] starts;

    private TextLines(String text, int[] starts) {
        this.text = text;
        this.starts = starts;
    }

    public static TextLines of(String text) {
        int[] starts = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alone = i + 1 == text.length() || text.charAt(i + 1) != '\n';
            boolean ends = c == '\n' || (c == '\r' && alone);
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return new TextLines(text, Arrays.copyOf(starts, count));
    }

    public String text() {
        return text;
    }

    public int count() {
        return starts.length;
    }

    public int start(int line) {
        return starts[line];
    }

    /** One past the last unit of a line, its end of line left out. */
    public int end(int line) {
        int end = line + 1 < starts.length ? starts[line + 1] : text.length();
        while (end > starts[line] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** What of the line is shown. */
    public String shown(int line) {
        int end = Math.min(end(line), starts[line] + SHOWN);
        return text.substring(starts[line], end);
    }

    /** Whether a line is longer than what is shown of it. */
    public boolean isCut(int line) {
        return end(line) - starts[line] > SHOWN;
    }

    /** The identifier around a 0-based column, or an empty string. */
    public String wordAt(int line, int column) {
        if (line < 0 || line >= starts.length) {
            return "";
        }
        int low = starts[line];
        int high = end(line);
        int at = Math.clamp((long) low + column, low, high);
        int from = at;
        while (from > low && Character.isJavaIdentifierPart(text.charAt(from - 1))) {
            from--;
        }
        int to = at;
        while (to < high && Character.isJavaIdentifierPart(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }
}
