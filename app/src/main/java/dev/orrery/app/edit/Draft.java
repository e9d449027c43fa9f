package dev.orrery.app.edit;

import dev.orrery.api.Document;
import dev.orrery.api.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A file's text as the user works on it: what was done to it can be undone, and it knows whether it differs from what was saved. Line
 * ends stay as they are; new lines end like the line they are written in. One owner at a time.
 */
public final class Draft {
    private static final Pattern LINE_FEED = Pattern.compile("(?<!\r)\n");

    private final String path;
    private final TextBuffer buffer;
    private final String usualEnd;
    private final History history = new History();
    private final List<Consumer<List<Span>>> listeners = new ArrayList<>();
    private long saved;

    /** @param path relative to the repository's root */
    public Draft(String path, String text) {
        this.path = path;
        this.buffer = new TextBuffer(text);
        this.usualEnd = LineEnds.usual(text);
    }

    public String path() {
        return path;
    }

    /** The text; to be read only. */
    public TextBuffer buffer() {
        return buffer;
    }

    public Document document() {
        return new Document(path, buffer.version(), buffer.text());
    }

    /** Whether the text differs from what was saved last. */
    public boolean isModified() {
        return history.state() != saved;
    }

    /** The number of the present state: undoing and doing again lead back to the same numbers. */
    public long state() {
        return history.state();
    }

    /** The text of that state is what is on disk. */
    public void markSaved(long state) {
        saved = state;
        history.close();
    }

    /** The present text is on disk nowhere. */
    public void markUnsaved() {
        saved = -1;
    }

    /** Calls {@code listener} after every change with what was replaced, the last place first. */
    public void onChange(Consumer<List<Span>> listener) {
        listeners.add(listener);
    }

    /** The end that a new line gets which is begun in {@code line}: that of this line, or of the one before. */
    public String lineEnd(int line) {
        for (int near = line; near >= Math.max(0, line - 1); near--) {
            int end = buffer.end(near);
            if (end < buffer.nextStart(near)) {
                return buffer.slice(end, buffer.nextStart(near));
            }
        }
        return usualEnd;
    }

    /** Does a change; a line feed in it becomes the end of line that fits to where it stands. Answers what is selected after it. */
    public Selection apply(Change change, Selection before, Change.Kind kind) {
        if (change.edits().isEmpty()) {
            return change.after();
        }
        List<TextEdit> fitted = new ArrayList<>();
        for (TextEdit edit : change.edits()) {
            fitted.add(new TextEdit(edit.start(), edit.end(), fitting(edit.text(), edit.start())));
        }
        Selection after = new Selection(
                moved(change.after().anchor(), change.edits()),
                moved(change.after().caret(), change.edits()));
        replace(fitted, before, after, kind);
        return after;
    }

    private String fitting(String text, int at) {
        boolean oneLine = text.indexOf('\n') < 0;
        return oneLine ? text : LINE_FEED.matcher(text).replaceAll(lineEnd(buffer.lineAt(at)));
    }

    /** Where a place of the changed text is once the line ends fit. */
    private int moved(int offset, List<TextEdit> edits) {
        int moved = offset;
        int shift = 0;
        for (TextEdit edit : edits) {
            int start = edit.start() + shift;
            int within = Math.clamp((long) offset - start, 0, edit.text().length());
            moved += fitting(edit.text().substring(0, within), edit.start()).length() - within;
            shift += edit.text().length() - (edit.end() - edit.start());
        }
        return moved;
    }

    /** Makes the text that of {@code text}, byte for byte, as one step that can be undone; what is the same at both ends stays. */
    public Selection become(String text, Selection before) {
        String old = buffer.text();
        int limit = Math.min(old.length(), text.length());
        int same = 0;
        while (same < limit && old.charAt(same) == text.charAt(same)) {
            same++;
        }
        int behind = 0;
        while (behind < limit - same
                && old.charAt(old.length() - 1 - behind) == text.charAt(text.length() - 1 - behind)) {
            behind++;
        }
        TextEdit edit = new TextEdit(same, old.length() - behind, text.substring(same, text.length() - behind));
        int caret = before.caret() <= edit.start()
                ? before.caret()
                : Math.max(edit.start(), before.caret() + text.length() - old.length());
        Selection after = Selection.at(Math.min(caret, text.length()));
        if (!old.equals(text)) {
            replace(List.of(edit), before, after, Change.Kind.STEP);
        }
        return after;
    }

    private void replace(List<TextEdit> edits, Selection before, Selection after, Change.Kind kind) {
        List<History.Stroke> strokes = new ArrayList<>();
        for (TextEdit edit : edits.reversed()) {
            strokes.add(new History.Stroke(edit.start(), buffer.slice(edit.start(), edit.end()), edit.text()));
        }
        history.add(strokes, before, after, kind);
        run(strokes);
    }

    private void run(List<History.Stroke> strokes) {
        List<Span> spans = new ArrayList<>();
        for (History.Stroke stroke : strokes) {
            spans.add(run(stroke));
        }
        listeners.forEach(listener -> listener.accept(spans));
    }

    private Span run(History.Stroke stroke) {
        int start = stroke.start();
        int end = start + stroke.removed().length();
        int startLine = buffer.lineAt(start);
        int endLine = buffer.lineAt(end);
        int startColumn = start - buffer.start(startLine);
        int endColumn = end - buffer.start(endLine);
        buffer.replace(new TextEdit(start, end, stroke.inserted()));
        int newEnd = start + stroke.inserted().length();
        int newEndLine = buffer.lineAt(newEnd);
        return new Span(startLine, startColumn, endLine, endColumn, newEndLine, newEnd - buffer.start(newEndLine));
    }

    public boolean canUndo() {
        return history.canUndo();
    }

    public boolean canRedo() {
        return history.canRedo();
    }

    /** What is typed now is not undone together with what was typed before. */
    public void endStep() {
        history.close();
    }

    /** Undoes the last step; answers what was selected before it, or nothing where there is none. */
    public Optional<Selection> undo() {
        Optional<History.Step> step = history.undo();
        step.ifPresent(undone -> run(undone.strokes().reversed().stream()
                .map(History.Stroke::inverse)
                .toList()));
        return step.map(History.Step::before);
    }

    /** Does the step again that was undone last. */
    public Optional<Selection> redo() {
        Optional<History.Step> step = history.redo();
        step.ifPresent(again -> run(again.strokes()));
        return step.map(History.Step::after);
    }
}
