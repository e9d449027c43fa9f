package dev.orrery.app.edit;

import java.util.function.IntPredicate;

/**
 * Where the lines of a text start. The starts behind the last edit are kept as distances from the text's end, so that an edit costs
 * as much as the lines between it and the one before.
 */
final class LineStarts {
    private int[] starts = new int[64];
    /** Starts before this index are offsets; from {@link #tail} on they are distances from the end. */
    private int head = 1;

    private int tail = starts.length;
    private int length;

    int count() {
        return head + starts.length - tail;
    }

    int start(int line) {
        return line < head ? starts[line] : length - starts[line - head + tail];
    }

    int lineAt(int offset) {
        int low = 0;
        int high = count() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (start(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /**
     * The text from {@code start} to {@code end} was replaced by what now reaches to {@code newEnd}.
     *
     * @param startsLine whether a line starts at an offset above 0 of the new text
     */
    void replaced(int start, int end, int newEnd, IntPredicate startsLine) {
        // Whether a line starts at an offset depends on the unit before it and the one at it: those at both ends may
        // change too.
        int first = start == 0 ? 1 : firstFrom(start);
        moveGap(first);
        while (tail < starts.length && length - starts[tail] <= end) {
            tail++;
        }
        length += newEnd - end;
        for (int offset = Math.max(1, start); offset <= newEnd; offset++) {
            if (startsLine.test(offset)) {
                reserve();
                starts[head++] = offset;
            }
        }
    }

    /** The first line that starts at {@code offset} or behind it. */
    private int firstFrom(int offset) {
        int line = lineAt(offset);
        return start(line) == offset ? line : line + 1;
    }

    private void moveGap(int line) {
        while (head > line) {
            starts[--tail] = length - starts[--head];
        }
        while (head < line) {
            starts[head++] = length - starts[tail++];
        }
    }

    private void reserve() {
        if (head == tail) {
            int[] larger = new int[starts.length * 2];
            int behind = starts.length - tail;
            System.arraycopy(starts, 0, larger, 0, head);
            System.arraycopy(starts, tail, larger, larger.length - behind, behind);
            tail = larger.length - behind;
            starts = larger;
        }
    }
}
