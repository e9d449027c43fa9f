package dev.orrery.models.ngram;

import java.util.List;

/**
 * A stream of tokens and the order of all its positions by what follows, so that all occurrences of an n-gram lie side by side,
 * sorted by the next token: how often it occurs is a subtraction, what follows it a walk. Immutable; eight bytes a token.
 *
 * <p>A cell of the stream is a token's number and, in the two highest bits, its {@link Gap}.
 */
final class Segment {
    static final int MASK = (1 << 30) - 1;
    static final int GAP_SHIFT = 30;
    static final Segment EMPTY = new Segment(new int[0]);

    private final int[] stream;
    private final int[] order;

    private Segment(int[] stream) {
        this.stream = stream;
        this.order = SuffixOrder.of(stream, MASK);
    }

    /** The files one behind the other; each begins with {@link Vocabulary#EDGE}. */
    static Segment of(List<Slice> files) {
        int length = files.stream().mapToInt(Slice::length).sum();
        if (length == 0) {
            return EMPTY;
        }
        int[] stream = new int[length];
        int filled = 0;
        for (Slice file : files) {
            System.arraycopy(file.array(), file.from(), stream, filled, file.length());
            filled += file.length();
        }
        return new Segment(stream);
    }

    int[] stream() {
        return stream;
    }

    int size() {
        return stream.length;
    }

    long bytes() {
        return 8L * stream.length;
    }

    /** The first row of the occurrences of {@code words[from..to)}. */
    int first(int[] words, int from, int to) {
        return search(words, from, to, 0);
    }

    /** The row behind their last one. */
    int last(int[] words, int from, int to) {
        return search(words, from, to, 1);
    }

    /** The first of the rows {@code [first, last)} behind which a file goes on; those where it ends come before them. */
    int firstThatGoesOn(int first, int last, int length) {
        int low = first;
        int high = last;
        while (low < high) {
            int middle = low + high >>> 1;
            if ((cell(middle, length) & MASK) == Vocabulary.EDGE) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int search(int[] words, int from, int to, int bound) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (compare(order[middle], words, from, to) < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int position, int[] words, int from, int to) {
        for (int at = from; at < to; at++) {
            int place = position + at - from;
            if (place >= stream.length) {
                return -1;
            }
            int difference = Integer.compare(stream[place] & MASK, words[at]);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** The cell that stands {@code distance} tokens behind the position of a row; an edge behind the end. */
    int cell(int row, int distance) {
        int place = order[row] + distance;
        return place < stream.length ? stream[place] : Vocabulary.EDGE;
    }
}
