package dev.orrery.models.ngram;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** How often each token occurs in what was learned, and how often behind a dot. Immutable. */
final class Census {
    private static final int FREQUENT = 64;
    private static final int DOT = Shape.known(".");

    private final int[] counts;
    private final int[] dotted;
    private final long total;
    private final int[] frequent;

    private Census(int[] counts, int[] dotted, Vocabulary vocabulary) {
        this.counts = counts;
        this.dotted = dotted;
        this.total = Arrays.stream(counts).asLongStream().sum();
        this.frequent = frequent(counts, vocabulary);
    }

    static Census none(Vocabulary vocabulary) {
        return new Census(new int[0], new int[0], vocabulary);
    }

    /** The counts after files came and went. */
    Census with(List<Slice> come, List<Slice> gone, Vocabulary vocabulary) {
        byte[] shapes = vocabulary.shapes();
        int[] newCounts = Arrays.copyOf(counts, Math.max(counts.length, vocabulary.size()));
        int[] newDotted = Arrays.copyOf(dotted, newCounts.length);
        come.forEach(slice -> count(slice, 1, shapes, newCounts, newDotted));
        gone.forEach(slice -> count(slice, -1, shapes, newCounts, newDotted));
        return new Census(newCounts, newDotted, vocabulary);
    }

    private static void count(Slice slice, int sign, byte[] shapes, int[] counts, int[] dotted) {
        for (int at = slice.from() + 1; at < slice.to(); at++) {
            int token = slice.array()[at] & Segment.MASK;
            counts[token] += sign;
            if (shapes[slice.array()[at - 1] & Segment.MASK] == DOT) {
                dotted[token] += sign;
            }
        }
    }

    private static int[] frequent(int[] counts, Vocabulary vocabulary) {
        int[] sorted = Arrays.stream(counts).filter(count -> count > 1).sorted().toArray();
        int least = sorted.length > FREQUENT ? sorted[sorted.length - FREQUENT] : 2;
        return IntStream.range(Vocabulary.FIRST, counts.length)
                .filter(token -> counts[token] >= least)
                .boxed()
                .sorted(Comparator.comparing((Integer token) -> -counts[token]).thenComparing(vocabulary::word))
                .limit(FREQUENT)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int count(int token) {
        return token < counts.length ? counts[token] : 0;
    }

    int dotted(int token) {
        return token < dotted.length ? dotted[token] : 0;
    }

    /** Of all tokens. */
    long total() {
        return total;
    }

    /** Tokens that occur most, the most frequent first; not to be written to. */
    int[] frequent() {
        return frequent;
    }

    long bytes() {
        return 8L * counts.length;
    }
}
