package dev.orrery.models.ngram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The sorted stream against counting by hand. */
class SegmentTest {
    private final long seed = Long.getLong("orrery.test.seed", System.nanoTime());

    @Test
    void countsWhatThereIs() {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            int letters = 1 + random.nextInt(5);
            List<Slice> files = files(random, letters);
            Segment segment = Segment.of(files);
            for (int question = 0; question < 50; question++) {
                int[] words = random.ints(1 + random.nextInt(Level.ORDER), 0, letters + 1)
                        .toArray();
                int first = segment.first(words, 0, words.length);
                int last = segment.last(words, 0, words.length);
                assertEquals(naive(segment.stream(), words), last - first, "seed " + seed);
                requireSorted(segment, first, last, words.length);
            }
        }
    }

    /** What follows an n-gram shorter than the order stands sorted, so that sampling finds what is frequent. */
    private void requireSorted(Segment segment, int first, int last, int length) {
        for (int row = first + 1; row < last && length < Level.ORDER; row++) {
            int before = segment.cell(row - 1, length) & Segment.MASK;
            assertTrue(before <= (segment.cell(row, length) & Segment.MASK), "seed " + seed);
        }
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

    private static int naive(int[] stream, int[] words) {
        int count = 0;
        for (int at = 0; at + words.length <= stream.length; at++) {
            boolean same = true;
            for (int word = 0; word < words.length; word++) {
                same &= (stream[at + word] & Segment.MASK) == words[word];
            }
            count += same ? 1 : 0;
        }
        return count;
    }
}
