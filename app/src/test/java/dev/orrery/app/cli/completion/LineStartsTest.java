package dev.orrery.app.cli.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineStartsTest {
    @Test
    void linesEndWithLineFeeds() {
        LineStarts lines = LineStarts.of("ab\r\n\ncd");
        assertEquals(1, lines.lineAt(0));
        assertEquals(1, lines.lineAt(3));
        assertEquals(2, lines.lineAt(4));
        assertEquals(3, lines.lineAt(7));
        assertEquals(0, lines.start(0), "a place before the first line");
        assertEquals(4, lines.start(2));
        assertEquals(5, lines.start(3));
        assertEquals(7, lines.start(4), "behind the last one");
        assertEquals(0, LineStarts.of("").start(1));
    }
}
