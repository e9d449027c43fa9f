package dev.orrery.models.ngram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The sorted stream against counting by hand. */
class ContextOrderTest {
    private final long seed = Long.getLong("orrery.test.seed", System.nanoTime());

    @Test
    void findsAllThatStandsBehindAContext() {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            int letters = 1 + random.nextInt(5);
            Segment segment = Segment.of(Segment.joined(files(random, letters)));
            for (int question = 0; question < 50; question++) {
                int[] words = random.ints(1 + random.nextInt(Segment.DEPTH), 0, letters + 1)
                        .toArray();
                boolean line = random.nextBoolean();
                assertEquals(naive(segment.stream(), words, line), found(segment, words, line), "seed " + seed);
            }
        }
    }

    private List<Integer> found(Segment segment, int[] words, boolean line) {
        ContextOrder order = segment.words();
        int first = order.first(line);
        int last = order.last(line);
        for (int distance = 1; distance <= words.length; distance++) {
            int outer = first;
            int end = last;
            first = order.seek(first, last, distance, words[words.length - distance]);
            last = order.seek(first, last, distance, words[words.length - distance] + 1);
            assertTrue(outer <= first && first <= last && last <= end, "seed " + seed);
        }
        List<Integer> positions = new ArrayList<>();
        for (int row = first; row < last; row++) {
            positions.add(order.position(row));
        }
        return positions.stream().sorted().toList();
    }

    private static List<Slice> files(SplittableRandom random, int letters) {
        List<Slice> files = new ArrayList<>();
        int count = random.nextInt(4);
        for (int file = 0; file < count; file++) {
            int[] cells = new int[1 + random.nextInt(60)];
            for (int at = 1; at < cells.length; at++) {
                cells[at] = 1 + random.nextInt(letters) | random.nextInt(3) << Segment.GAP_SHIFT;
            }
            files.add(new Slice(cells, 0, cells.length, 0));
        }
        return files;
    }

    private static List<Integer> naive(int[] stream, int[] words, boolean line) {
        List<Integer> positions = new ArrayList<>();
        for (int at = 1; at < stream.length; at++) {
            boolean same = Segment.isLineStart(stream[at]) == line && (stream[at] & Segment.MASK) != Vocabulary.EDGE;
            for (int word = 0; word < words.length; word++) {
                int place = at - words.length + word;
                same &= words[word] == (place < 0 ? Vocabulary.EDGE : stream[place] & Segment.MASK);
            }
            if (same) {
                positions.add(at);
            }
        }
        return positions;
    }
}
