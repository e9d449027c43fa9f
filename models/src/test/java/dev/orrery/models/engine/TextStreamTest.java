package dev.orrery.models.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextStreamTest {
    private static final String[] ALPHABET = {"a", "b", "ab", "\n", "😀", "é", "}"};

    @Test
    void anyCutOfATextTellsWhatStandsBeforeTheFirstStop() {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (int round = 0; round < 3000; round++) {
            String text = random(random, 12);
            List<String> stops = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                stops.add(random(random, 3));
            }
            List<String> heard = new ArrayList<>();
            TextStream stream = new TextStream(stops, heard::add);
            boolean more = true;
            for (int at = 0; at < text.length() && more; ) {
                int next = Math.min(text.length(), at + 1 + random.nextInt(3));
                more = stream.add(text.substring(at, next));
                at = next;
            }
            stream.end();
            String wanted = naive(text, stops);
            String where = "seed " + seed + " text " + text + " stops " + stops;
            assertEquals(wanted, String.join("", heard), where);
            assertEquals(wanted, stream.text(), where);
            heard.forEach(piece -> assertTrue(EngineContractTest.isWhole(piece), where));
        }
    }

    /** Where stops overlap, the one that ends first counts. */
    private static String naive(String text, List<String> stops) {
        for (int end = 1; end <= text.length(); end++) {
            String soFar = text.substring(0, end);
            int first = stops.stream()
                    .filter(stop -> !stop.isEmpty() && soFar.contains(stop))
                    .mapToInt(soFar::indexOf)
                    .min()
                    .orElse(-1);
            if (first >= 0) {
                return text.substring(0, first);
            }
        }
        return text;
    }

    private static String random(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(length); i > 0; i--) {
            text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.toString();
    }

    @Test
    void halvesOfACharacterAreJoinedAndLonelyOnesReplaced() {
        List<String> heard = new ArrayList<>();
        TextStream stream = new TextStream(List.of(), heard::add);
        stream.add("a\uD83D");
        stream.add("\uDE00b");
        stream.add("\uDE00c\uD83D");
        stream.end();
        assertEquals(List.of("a", "😀b", "\uFFFDc", "\uFFFD"), heard);
    }

    @Test
    void nothingIsToldBehindAStop() {
        List<String> heard = new ArrayList<>();
        TextStream stream = new TextStream(List.of("END"), heard::add);
        assertTrue(stream.add("one EN"));
        assertFalse(stream.add("D two"));
        assertFalse(stream.add("three"));
        stream.end();
        assertEquals("one ", String.join("", heard));
        assertTrue(stream.stopped());
    }
}
