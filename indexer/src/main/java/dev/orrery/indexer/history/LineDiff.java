package dev.orrery.indexer.history;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * The lines in which two texts differ; white space at the end of lines does not count, line ends included.
 *
 * @param removed lines of the first that are gone or changed
 * @param added lines of the second that came or changed
 */
record LineDiff(List<LineRange> removed, List<LineRange> added) {
    static final LineDiff NONE = new LineDiff(List.of(), List.of());

    /** Beyond so many lines the difference is one range: finding the least one can take the square of it. */
    private static final int MOST_LINES = 50_000;

    static LineDiff of(byte[] before, byte[] after) {
        RawText a = new RawText(before);
        RawText b = new RawText(after);
        RawTextComparator comparator = RawTextComparator.WS_IGNORE_TRAILING;
        Edit whole = comparator.reduceCommonStartEnd(a, b, new Edit(0, a.size(), 0, b.size()));
        if (whole.isEmpty()) {
            return NONE;
        }
        List<Edit> edits = whole.getLengthA() + whole.getLengthB() > MOST_LINES
                ? List.of(whole)
                : new HistogramDiff().diff(comparator, a, b);
        List<LineRange> removed = new ArrayList<>();
        List<LineRange> added = new ArrayList<>();
        for (Edit edit : edits) {
            removed.add(new LineRange(edit.getBeginA() + 1, edit.getEndA()));
            added.add(new LineRange(edit.getBeginB() + 1, edit.getEndB()));
        }
        return new LineDiff(removed, added);
    }

    boolean isEmpty() {
        return removed.isEmpty() && added.isEmpty();
    }
}
