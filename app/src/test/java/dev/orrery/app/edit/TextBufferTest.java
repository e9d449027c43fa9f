package dev.orrery.app.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextBufferTest {
    private static List<String> lines(String text) {
        TextBuffer lines = new TextBuffer(text);
        return IntStream.range(0, lines.count()).mapToObj(lines::shown).toList();
    }

    @Test
    void everyKindOfLineEndEndsALine() {
        assertEquals(List.of("a", "b", "c", "d"), lines("a\nb\r\nc\rd"));
        assertEquals(List.of("a", ""), lines("a\n"));
        assertEquals(List.of(""), lines(""));
        assertEquals(List.of("", ""), lines("\r\n"));
        assertEquals(List.of("", "", ""), lines("\n\r"));
    }

    @Test
    void aTenMegabyteLineIsShownInPart() {
        TextBuffer lines = new TextBuffer("x".repeat(10 << 20) + "\nshort");
        assertTrue(lines.isCut(0));
        assertEquals(TextBuffer.SHOWN, lines.shown(0).length());
        assertEquals("short", lines.shown(1));
    }

    @Test
    void theWordAroundAColumnIsFoundFromEitherEnd() {
        TextBuffer lines = new TextBuffer("  call(other);");
        assertEquals("call", lines.wordAt(0, 2));
        assertEquals("call", lines.wordAt(0, 6));
        assertEquals("other", lines.wordAt(0, 9));
        assertEquals("", lines.wordAt(0, 14));
        assertEquals("", lines.wordAt(7, 0));
    }

    /** After any edits the buffer is what the same edits make of a string, and its lines are those of a fresh buffer. */
    @Test
    void editsEqualThoseOfAString() {
        long first = Long.getLong("orrery.test.seed", System.nanoTime());
        for (long seed = first; seed < first + 60; seed++) {
            Random random = new Random(seed);
            StringBuilder naive = new StringBuilder(EditRandom.text(random, 80));
            TextBuffer buffer = new TextBuffer(naive.toString());
            for (int step = 0; step < 120; step++) {
                String where = "seed " + seed + ", step " + step;
                TextEdit edit = EditRandom.edit(random, naive.length());
                naive.replace(edit.start(), edit.end(), edit.text());
                buffer.replace(edit);
                assertEquals(step + 1, buffer.version(), where);
                assertEquals(naive.length(), buffer.length(), where);
                if (random.nextInt(4) == 0) {
                    assertEquals(naive.toString(), buffer.text(), where);
                }
                assertEquals(naiveStarts(naive), starts(buffer), where);
                int at = random.nextInt(naive.length() + 1);
                int line = buffer.lineAt(at);
                assertTrue(buffer.start(line) <= at, where);
                assertTrue(line + 1 == buffer.count() || buffer.start(line + 1) > at, where);
                int end = at + random.nextInt(naive.length() - at + 1);
                assertEquals(naive.substring(at, end), buffer.slice(at, end), where);
            }
            assertEquals(naive.toString(), buffer.text(), "seed " + seed);
        }
    }

    private static List<Integer> starts(TextBuffer buffer) {
        return IntStream.range(0, buffer.count()).mapToObj(buffer::start).toList();
    }

    private static List<Integer> naiveStarts(CharSequence text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            boolean pair = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r' && !pair) {
                starts.add(i + 1);
            }
        }
        return starts;
    }
}
