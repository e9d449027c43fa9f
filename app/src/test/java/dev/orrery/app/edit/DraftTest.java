package dev.orrery.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.TextEdit;
import dev.orrery.app.edit.Change.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static void type(Draft draft, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            draft.apply(
                    Change.of(new TextEdit(at + i, at + i, text.substring(i, i + 1)), Selection.at(at + i + 1)),
                    Selection.at(at + i),
                    Kind.TYPING);
        }
    }

    private static String text(Draft draft) {
        return draft.buffer().text();
    }

    @Test
    void typingIsUndoneByTheWordAndDoneAgain() {
        Draft draft = new Draft("A.java", "x\n");
        type(draft, 1, " one two");
        assertEquals("x one two\n", text(draft));
        assertEquals(Optional.of(Selection.at(6)), draft.undo());
        assertEquals("x one \n", text(draft));
        draft.undo();
        assertEquals("x \n", text(draft));
        assertEquals(Optional.of(Selection.at(1)), draft.undo());
        assertEquals("x\n", text(draft));
        assertFalse(draft.isModified());
        assertEquals(Optional.empty(), draft.undo());
        draft.redo();
        draft.redo();
        assertEquals(Optional.of(Selection.at(9)), draft.redo());
        assertEquals("x one two\n", text(draft));
    }

    @Test
    void movingTheCaretEndsAStep() {
        Draft draft = new Draft("A.java", "");
        type(draft, 0, "ab");
        draft.endStep();
        type(draft, 2, "cd");
        draft.undo();
        assertEquals("ab", text(draft));
    }

    @Test
    void whatIsSavedIsKnownAfterUndoAndRedo() {
        Draft draft = new Draft("A.java", "");
        type(draft, 0, "ab");
        draft.markSaved(draft.state());
        type(draft, 2, "cd");
        assertTrue(draft.isModified());
        draft.undo();
        assertFalse(draft.isModified(), "typing after a save is a step of its own");
        draft.undo();
        assertTrue(draft.isModified());
        draft.redo();
        assertFalse(draft.isModified());
        draft.undo();
        type(draft, 0, "ab");
        assertTrue(draft.isModified(), "the same text another way may be saved once more");
    }

    @Test
    void newLinesEndLikeThoseAroundThem() {
        Draft draft = new Draft("A.java", "a\r\nb\nc");
        draft.apply(Change.of(new TextEdit(1, 1, "\n"), Selection.at(2)), Selection.at(1), Kind.STEP);
        assertEquals("a\r\n\r\nb\nc", text(draft));
        Selection after =
                draft.apply(Change.of(new TextEdit(6, 6, "\nx\n"), Selection.at(9)), Selection.at(6), Kind.STEP);
        assertEquals("a\r\n\r\nb\nx\n\nc", text(draft));
        assertEquals(Selection.at(9), after);
        assertEquals("\r\n", new Draft("A.java", "a\r\n").lineEnd(1), "the last line ends like the one before");
    }

    @Test
    void theCaretStaysBehindWhatWasInsertedWithLongerLineEnds() {
        Draft draft = new Draft("A.java", "{}\r\n");
        Selection after = draft.apply(Indentation.enter(draft.buffer(), Selection.at(1)), Selection.at(1), Kind.STEP);
        assertEquals("{\r\n    \r\n}\r\n", text(draft));
        assertEquals(Selection.at(7), after);
    }

    /** Edits of several places at once, undone and done again in any order, against strings. */
    @Test
    void undoAndRedoLeadThroughTheSameTexts() {
        long first = Long.getLong("orrery.test.seed", System.nanoTime());
        for (long seed = first; seed < first + 60; seed++) {
            Random random = new Random(seed);
            Draft draft = new Draft("A.java", EditRandom.text(random, 60));
            Mirror mirror = new Mirror(draft);
            List<String> texts = new ArrayList<>(List.of(text(draft)));
            int at = 0;
            for (int step = 0; step < 60; step++) {
                String where = "seed " + seed + ", step " + step;
                int choice = random.nextInt(4);
                if (choice == 0 && at > 0) {
                    draft.undo();
                    at--;
                } else if (choice == 1 && at + 1 < texts.size()) {
                    draft.redo();
                    at++;
                } else {
                    if (random.nextInt(5) == 0) {
                        String next = EditRandom.text(random, 60);
                        boolean same = next.equals(text(draft));
                        draft.become(next, Selection.at(0));
                        assertEquals(next, text(draft), where);
                        if (same) {
                            continue;
                        }
                    } else {
                        List<TextEdit> edits = edits(random, draft.buffer().length());
                        draft.apply(new Change(edits, Selection.at(0)), Selection.at(0), Kind.STEP);
                    }
                    texts.subList(at + 1, texts.size()).clear();
                    texts.add(text(draft));
                    at++;
                }
                assertEquals(texts.get(at), text(draft), where);
                assertEquals(text(draft), mirror.text(), where + ": what listeners hear");
                assertEquals(at != 0, draft.isModified(), where);
            }
        }
    }

    private static List<TextEdit> edits(Random random, int length) {
        List<TextEdit> edits = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            edits.add(EditRandom.edit(random, length));
        }
        edits.sort(Comparator.comparingInt(TextEdit::start).thenComparingInt(TextEdit::end));
        List<TextEdit> apart = new ArrayList<>();
        for (TextEdit edit : edits) {
            if (apart.isEmpty() || edit.start() >= apart.getLast().end()) {
                apart.add(edit);
            }
        }
        return apart;
    }

    /** Keeps lines in step with a draft by what it tells, as the text control does. */
    private static final class Mirror {
        private final Draft draft;
        private final List<Integer> lengths = new ArrayList<>();

        Mirror(Draft draft) {
            this.draft = draft;
            for (int line = 0; line < draft.buffer().count(); line++) {
                lengths.add(length(line));
            }
            draft.onChange(spans -> spans.forEach(this::changed));
        }

        private int length(int line) {
            return draft.buffer().nextStart(line) - draft.buffer().start(line);
        }

        private void changed(Span span) {
            lengths.subList(span.startLine(), span.endLine() + 1).clear();
            for (int i = 0; i <= span.linesAdded(); i++) {
                lengths.add(span.startLine(), -1);
            }
        }

        /** The text, if as many lines are left as it has. */
        String text() {
            return lengths.size() == draft.buffer().count() ? draft.buffer().text() : lengths.size() + " lines";
        }
    }
}
