package dev.orrery.app.feature.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextLinesTest {
    private static java.util.List<String> lines(String text) {
        TextLines lines = TextLines.of(text);
        return IntStream.range(0, lines.count()).mapToObj(lines::shown).toList();
    }

    @Test
    void everyKindOfLineEndEndsALine() {
        assertEquals(java.util.List.of("a", "b", "c", "d"), lines("a\nb\r\nc\rd"));
        assertEquals(java.util.List.of("a", ""), lines("a\n"));
        assertEquals(java.util.List.of(""), lines(""));
        assertEquals(java.util.List.of("", ""), lines("\r\n"));
        assertEquals(java.util.List.of("", "", ""), lines("\n\r"));
    }

    @Test
    void aTenMegabyteLineIsShownInPart() {
        TextLines lines = TextLines.of("x".repeat(10 << 20) + "\nshort");
        assertTrue(lines.isCut(0));
        assertEquals(TextLines.SHOWN, lines.shown(0).length());
        assertEquals("short", lines.shown(1));
    }

    @Test
    void theWordAroundAColumnIsFoundFromEitherEnd() {
        TextLines lines = TextLines.of("  call(other);");
        assertEquals("call", lines.wordAt(0, 2));
        assertEquals("call", lines.wordAt(0, 6));
        assertEquals("other", lines.wordAt(0, 9));
        assertEquals("", lines.wordAt(0, 14));
        assertEquals("", lines.wordAt(7, 0));
    }
}
