package dev.orrery.app.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.app.edit.TextBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;

class EditorTextsTest {
    private static final String[] PIECES = {
        "a", "bc", "\n", "\r\n", "\r", "\uD83D\uDE00", "{", "}", "", "\t", "x = 1;\n"
    };

    /** The editor's own text: a plain string, edited by lines and columns as the protocol defines them. */
    private static String edited(String text, Range range, String inserted) {
        return text.substring(0, offset(text, range.getStart()))
                + inserted
                + text.substring(offset(text, range.getEnd()));
    }

    private static int offset(String text, Position position) {
        int at = 0;
        for (int line = 0; line < position.getLine(); line++) {
            while (text.charAt(at) != '\n' && text.charAt(at) != '\r') {
                at++;
            }
            at += text.startsWith("\r\n", at) ? 2 : 1;
        }
        return at + position.getCharacter();
    }

    private static Position position(String text, int offset) {
        int line = 0;
        int start = 0;
        for (int at = 0; at < offset; at++) {
            boolean ends = text.charAt(at) == '\n' || text.charAt(at) == '\r' && !text.startsWith("\r\n", at);
            if (ends) {
                line++;
                start = at + 1;
            }
        }
        return new Position(line, offset - start);
    }

    /** Not inside of a line end, where no editor's caret stands. */
    private static int place(String text, SplittableRandom random) {
        int at = random.nextInt(text.length() + 1);
        return at > 0 && at < text.length() && text.charAt(at - 1) == '\r' && text.charAt(at) == '\n' ? at - 1 : at;
    }

    @Test
    void theTextIsTheEditorsAfterEveryEdit() {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 50; round++) {
            EditorTexts texts = new EditorTexts();
            String text = "first\r\nsecond\n\uD83D\uDE00 third";
            texts.open("A.java", text, 0);
            for (int version = 1; version < 60; version++) {
                List<TextDocumentContentChangeEvent> changes = new ArrayList<>();
                for (int change = random.nextInt(1, 4); change > 0; change--) {
                    int a = place(text, random);
                    int b = place(text, random);
                    Range range = new Range(position(text, Math.min(a, b)), position(text, Math.max(a, b)));
                    String inserted = PIECES[random.nextInt(PIECES.length)] + PIECES[random.nextInt(PIECES.length)];
                    text = edited(text, range, inserted);
                    changes.add(new TextDocumentContentChangeEvent(range, inserted));
                }
                assertEquals(
                        text,
                        texts.change("A.java", version, changes).orElseThrow().text(),
                        "seed " + seed);
            }
        }
    }

    @Test
    void placesOutOfRangeAreTheNearestThatAreNot() {
        TextBuffer buffer = new TextBuffer("ab\ncd");
        assertEquals(2, EditorTexts.offset(buffer, new Position(0, 99)));
        assertEquals(5, EditorTexts.offset(buffer, new Position(99, 0)));
        assertEquals(0, EditorTexts.offset(buffer, new Position(-1, 5)));
        assertEquals(3, EditorTexts.offset(buffer, new Position(1, -7)));
    }

    @Test
    void changesOutOfOrderAndOfUnknownTextsAreLeftOut() {
        EditorTexts texts = new EditorTexts();
        texts.open("A.java", "a", 5);
        List<TextDocumentContentChangeEvent> change = List.of(new TextDocumentContentChangeEvent("b"));
        assertTrue(texts.change("A.java", 4, change).isEmpty(), "an older version");
        assertTrue(texts.change("B.java", 9, change).isEmpty(), "never opened");
        assertEquals("a", texts.document("A.java").orElseThrow().text());
        assertEquals("b", texts.change("A.java", 6, change).orElseThrow().text());
    }
}
