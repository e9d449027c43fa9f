package dev.orrery.app.edit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was done to a text, to be undone and done again. Bounded: what was done long ago is forgotten first. States have numbers, so
 * that one knows whether undoing led back to what was saved.
 */
final class History {
    private static final int MOST_STEPS = 10_000;
    private static final long MOST_UNITS = 32 << 20;

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private long units;
    private long state;
    private long states;
    private boolean open;

    /** One replacement, by what it removed and inserted. */
    record Stroke(int start, String removed, String inserted) {
        Stroke inverse() {
            return new Stroke(start, inserted, removed);
        }
    }

    /** Strokes that are undone together, in the order in which they were done. */
    record Step(List<Stroke> strokes, Selection before, Selection after, Change.Kind kind, long from, long to) {
        Step {
            strokes = List.copyOf(strokes);
        }

        long units() {
            return strokes.stream()
                    .mapToLong(stroke ->
                            stroke.removed().length() + stroke.inserted().length())
                    .sum();
        }
    }

    /** The number of the present state; the same number means the same text. */
    long state() {
        return state;
    }

    /** What comes now is a step of its own. */
    void close() {
        open = false;
    }

    void add(List<Stroke> strokes, Selection before, Selection after, Change.Kind kind) {
        undone.clear();
        Step last = done.peekLast();
        long next = ++states;
        if (last != null && open && joins(last, strokes, before, kind)) {
            done.removeLast();
            units -= last.units();
            List<Stroke> all = new ArrayList<>(last.strokes());
            all.addAll(strokes);
            push(new Step(joined(all, kind), last.before(), after, last.kind(), last.from(), next));
        } else {
            push(new Step(strokes, before, after, kind, state, next));
        }
        state = next;
        open = true;
    }

    private static boolean joins(Step last, List<Stroke> strokes, Selection before, Change.Kind kind) {
        return switch (kind) {
            case PART -> true;
            case STEP -> false;
            case TYPING ->
                last.kind() == kind
                        && last.after().equals(before)
                        && strokes.size() == 1
                        && !beginsWord(last.strokes().getLast(), strokes.getFirst());
            case DELETING -> last.kind() == kind && last.after().equals(before);
        };
    }

    private static boolean beginsWord(Stroke last, Stroke next) {
        return !last.inserted().isEmpty()
                && !next.inserted().isEmpty()
                && Character.isWhitespace(last.inserted().charAt(last.inserted().length() - 1))
                && !Character.isWhitespace(next.inserted().charAt(0));
    }

    /** Characters typed behind one another become one stroke. */
    private static List<Stroke> joined(List<Stroke> strokes, Change.Kind kind) {
        int size = strokes.size();
        Stroke last = strokes.get(size - 1);
        Stroke before = strokes.get(size - 2);
        if (kind != Change.Kind.TYPING
                || !last.removed().isEmpty()
                || last.start() != before.start() + before.inserted().length()) {
            return strokes;
        }
        List<Stroke> fewer = new ArrayList<>(strokes.subList(0, size - 2));
        fewer.add(new Stroke(before.start(), before.removed(), before.inserted() + last.inserted()));
        return fewer;
    }

    private void push(Step step) {
        done.addLast(step);
        units += step.units();
        while (done.size() > MOST_STEPS || (units > MOST_UNITS && done.size() > 1)) {
            units -= done.removeFirst().units();
        }
    }

    boolean canUndo() {
        return !done.isEmpty();
    }

    boolean canRedo() {
        return !undone.isEmpty();
    }

    /** The step that is undone now; its strokes are to be inverted, the last first. */
    Optional<Step> undo() {
        Step step = done.pollLast();
        if (step != null) {
            units -= step.units();
            undone.addLast(step);
            state = step.from();
        }
        open = false;
        return Optional.ofNullable(step);
    }

    /** The step that is done again now. */
    Optional<Step> redo() {
        Step step = undone.pollLast();
        if (step != null) {
            push(step);
            state = step.to();
        }
        open = false;
        return Optional.ofNullable(step);
    }
}
