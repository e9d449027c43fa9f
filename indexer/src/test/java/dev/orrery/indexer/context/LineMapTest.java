package dev.orrery.indexer.context;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineMapTest {
    /** Whatever the edit, two lines that correspond say the same, and both directions agree. */
    @Test
    void correspondingLinesAreTheSameText() {
        for (int round = 0; round < 500; round++) {
            long seed = Long.getLong("orrery.test.seed", System.nanoTime()) + round;
            Random random = new Random(seed);
            List<String> known = lines(random, random.nextInt(12));
            List<String> buffer = new ArrayList<>(known);
            int at = random.nextInt(known.size() + 1);
            int gone = random.nextInt(known.size() - at + 1);
            buffer.subList(at, at + gone).clear();
            buffer.addAll(at, lines(random, random.nextInt(3)));
            LineMap map = new LineMap(known.toArray(String[]::new), buffer.toArray(String[]::new));
            int matched = 0;
            for (int line = 1; line <= known.size(); line++) {
                int there = map.toBuffer(line);
                if (there > 0) {
                    matched++;
                    assertEquals(known.get(line - 1), buffer.get(there - 1), "seed " + seed);
                    assertEquals(line, map.toKnown(there), "seed " + seed);
                }
            }
            assertEquals(true, matched >= known.size() - gone, "seed " + seed);
        }
    }

    private static List<String> lines(Random random, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add("abc".substring(random.nextInt(3)));
        }
        return lines;
    }
}
