package dev.orrery.app.feature.code;

import dev.orrery.app.edit.Pairs;
import dev.orrery.app.edit.Selection;
import dev.orrery.app.edit.TextBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What is marked in one text besides its colours: matches of a search, brackets that belong together, what is wrong. Pure. */
final class EditorMarks {
    private List<Selection> matches = List.of();
    private List<Problem> problems = List.of();
    private Optional<Pairs.Match> brackets = Optional.empty();
    private BitSet lines = new BitSet();
    private Selection chosen = Selection.at(-1);

    /**
     * Something that is wrong.
     *
     * @param start first UTF-16 unit
     * @param end one past the last
     * @param text what is wrong, for a reader
     */
    record Problem(int start, int end, String text) {}

    /** A marked stretch of one line, by columns. */
    record Mark(int from, int to, String styleClass) {}

    void matches(List<Selection> found, Selection current) {
        matches = found;
        chosen = current;
    }

    /** Marks whole lines. */
    void lines(BitSet differing) {
        lines = differing;
    }

    void problems(List<Problem> found) {
        problems = found;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Answers whether other brackets are marked now. */
    boolean brackets(Optional<Pairs.Match> found) {
        boolean other = !found.equals(brackets);
        brackets = found;
        return other;
    }

    Optional<Pairs.Match> brackets() {
        return brackets;
    }

    /** What is wrong at an offset, or an empty text. */
    String problemAt(int offset) {
        return problems.stream()
                .filter(problem -> problem.start() <= offset && offset <= problem.end())
                .map(Problem::text)
                .findFirst()
                .orElse("");
    }

    boolean isProblem(TextBuffer text, int line) {
        if (line >= text.count()) {
            return false;
        }
        int start = text.start(line);
        int end = text.end(line);
        return problems.stream()
                .anyMatch(problem ->
                        problem.start() <= end && problem.end() >= start && text.lineAt(problem.start()) == line);
    }

    /** The marks behind the text of a line. */
    List<Mark> behind(TextBuffer text, int line) {
        List<Mark> marks = new ArrayList<>();
        int start = text.start(line);
        int end = Math.min(text.end(line), start + TextBuffer.SHOWN);
        if (lines.get(line)) {
            add(marks, new Selection(start, end), start, end, "differs");
        }
        for (int i = firstEndingAfter(start);
                i < matches.size() && matches.get(i).start() < end;
                i++) {
            add(marks, matches.get(i), start, end, matches.get(i).equals(chosen) ? "found-chosen" : "found");
        }
        brackets.ifPresent(pair -> {
            add(marks, new Selection(pair.open(), pair.open() + 1), start, end, "bracket");
            add(marks, new Selection(pair.close(), pair.close() + 1), start, end, "bracket");
        });
        return marks;
    }

    /** The wavy lines under the text of a line. */
    List<Mark> below(TextBuffer text, int line) {
        List<Mark> marks = new ArrayList<>();
        int start = text.start(line);
        int end = Math.min(text.end(line), start + TextBuffer.SHOWN);
        for (Problem problem : problems) {
            add(
                    marks,
                    new Selection(problem.start(), Math.max(problem.end(), problem.start() + 1)),
                    start,
                    end,
                    "problem");
        }
        return marks;
    }

    private static void add(List<Mark> marks, Selection stretch, int start, int end, String styleClass) {
        int from = Math.max(stretch.start(), start);
        int to = Math.min(stretch.end(), end);
        if (from < to) {
            marks.add(new Mark(from - start, to - start, styleClass));
        }
    }

    private int firstEndingAfter(int offset) {
        int low = 0;
        int high = matches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (matches.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
