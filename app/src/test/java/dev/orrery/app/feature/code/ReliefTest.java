package dev.orrery.app.feature.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.OutlineItem;
import dev.orrery.api.SymbolKind;
import dev.orrery.app.edit.TextBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReliefTest {
    @Test
    void aMethodLiesOnItsClassAndTextIsMeasuredInColumns() {
        TextBuffer lines = new TextBuffer("import x;\nclass A {\n\tint f;\n    void m() {\n        go();\n    }\n}\n");
        Relief relief = Relief.of(
                lines,
                List.of(
                        item(SymbolKind.CLASS, "A", 0, 2, 7),
                        item(SymbolKind.FIELD, "f", 1, 3, 3),
                        item(SymbolKind.METHOD, "m", 1, 4, 6)));

        assertEquals(8, relief.lineCount());
        assertEquals(List.of(0, 1, 1, 2, 2, 2, 1, 0), depths(relief));
        assertEquals(Relief.Tone.BETWEEN, relief.tone(0), "an import");
        assertEquals(Relief.Tone.TYPE, relief.tone(1));
        assertEquals(Relief.Tone.VALUE, relief.tone(2), "a declaration of one line colours its line");
        assertEquals(Relief.Tone.CALLABLE, relief.tone(4));
        assertEquals(Relief.Tone.BETWEEN, relief.tone(6), "the class's last brace");
        assertEquals(4, relief.from(2), "a tab is four columns");
        assertEquals(10, relief.to(2));
        assertEquals(0, relief.to(7), "nothing on the last line");
        Relief.Slab inner = relief.at(4);
        assertEquals("m", inner == null ? null : inner.item().name());
        assertNull(relief.at(0));
    }

    /** Slabs nest, whatever an outline of damaged code claims; depth is how many of them cover a line. */
    @Test
    void slabsNestOnRandomOutlines() {
        long first = Long.getLong("orrery.test.seed", System.nanoTime());
        for (long seed = first; seed < first + 200; seed++) {
            Random random = new Random(seed);
            int count = 1 + random.nextInt(60);
            TextBuffer lines = new TextBuffer("x\n".repeat(count));
            List<OutlineItem> outline = new ArrayList<>();
            int line = 1;
            while (line <= count + 2 && outline.size() < 80) {
                outline.add(item(
                        SymbolKind.values()[random.nextInt(SymbolKind.values().length)],
                        "n",
                        random.nextInt(20),
                        line,
                        line + random.nextInt(30) - 2));
                line += random.nextInt(3);
            }
            Relief relief = Relief.of(lines, outline);
            String where = "seed " + seed;
            List<Relief.Slab> open = new ArrayList<>();
            for (Relief.Slab slab : relief.slabs()) {
                assertTrue(slab.first() < slab.last() && slab.last() < relief.lineCount(), where);
                open.removeIf(outer -> outer.last() < slab.first());
                assertTrue(open.stream().allMatch(outer -> outer.last() >= slab.last()), where);
                assertEquals(Math.min(open.size(), Relief.DEEPEST), slab.depth(), where);
                open.add(slab);
            }
            for (int at = 0; at < relief.lineCount(); at++) {
                int here = at;
                long covering = relief.slabs().stream()
                        .filter(slab -> slab.first() <= here && here <= slab.last())
                        .count();
                assertEquals(Math.min(covering, Relief.DEEPEST), relief.depth(at), where + ", line " + at);
            }
        }
    }

    private static List<Integer> depths(Relief relief) {
        List<Integer> depths = new ArrayList<>();
        for (int line = 0; line < relief.lineCount(); line++) {
            depths.add(relief.depth(line));
        }
        return depths;
    }

    private static OutlineItem item(SymbolKind kind, String name, int depth, int line, int endLine) {
        return new OutlineItem(kind, name, "", depth, line, 1, endLine);
    }
}
