package dev.orrery.app.cli.completion;

import java.util.Arrays;

/** Where the lines of a text begin; lines end with a line feed, as git counts them. */
final class LineStarts {
    private final int[] starts;
    private final int length;

    private LineStarts(int[] starts, int length) {
        this.starts = starts;
        this.length = length;
    }

    static LineStarts of(String text) {
        int[] starts = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
        int line = 1;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\n') {
                starts[line++] = at + 1;
            }
        }
        return new LineStarts(starts, text.length());
    }

    /** The line that an offset stands in, 1-based. */
    int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Where a line begins, 1-based; the end of the text where it is none of its lines. */
    int start(int line) {
        return line > starts.length ? length : starts[Math.max(0, line - 1)];
    }
}
