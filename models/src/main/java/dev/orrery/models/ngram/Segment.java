package dev.orrery.models.ngram;

import java.util.Arrays;
import java.util.List;

/**
 * A stream of tokens, file behind file, and its positions in the order of the words before them. Immutable; eight bytes a token.
 *
 * <p>A cell of the stream is a token's number and, in the two highest bits, its {@link Gap}.
 */
final class Segment {
    static final int MASK = (1 << 30) - 1;
    static final int GAP_SHIFT = 30;
    /** How many words before a position it is sorted by. */
    static final int DEPTH = 6;

    private static final int STRETCH = 11;

    private final int[] stream;
    private final ContextOrder words;

    private Segment(int[] stream) {
        this.stream = stream;
        this.words = new ContextOrder(stream, places(stream, 1), DEPTH, cell -> cell & MASK);
    }

    /** The files one behind the other; each begins with {@link Vocabulary#EDGE}. */
    static int[] joined(List<Slice> files) {
        int length = files.stream().mapToInt(Slice::length).sum();
        int[] stream = new int[length];
        int filled = 0;
        for (Slice file : files) {
            System.arraycopy(file.array(), file.from(), stream, filled, file.length());
            filled += file.length();
        }
        return stream;
    }

    static Segment of(int[] stream) {
        return new Segment(stream);
    }

    static boolean isLineStart(int cell) {
        return cell >>> GAP_SHIFT == Gap.LINE.ordinal();
    }

    /** All positions where a token stands that something precedes, or of every so many stretches of the stream one. */
    static int[] places(int[] stream, int every) {
        int[] places = new int[stream.length];
        int filled = 0;
        for (int position = 1; position < stream.length; position++) {
            if ((stream[position] & MASK) != Vocabulary.EDGE && (position >>> STRETCH) % every == 0) {
                places[filled++] = position;
            }
        }
        return Arrays.copyOf(places, filled);
    }

    int[] stream() {
        return stream;
    }

    /** By the words before them. */
    ContextOrder words() {
        return words;
    }

    int size() {
        return stream.length;
    }

    long bytes() {
        return 4L * stream.length + 4L * words.size();
    }
}
