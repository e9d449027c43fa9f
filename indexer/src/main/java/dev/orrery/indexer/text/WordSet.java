package dev.orrery.indexer.text;

import java.util.Arrays;

/** Some words of a segment, by where they begin in its {@link SegmentWords}. Confined to one thread. */
final class WordSet {
    private final int most;
    private final boolean ignoresCase;
    private int[] starts = new int[16];
    private int size;

    /**
     * @param most how many words are held at most
     * @param ignoresCase whether words with letters that only fold to ASCII belong to them, unlisted
     */
    WordSet(int most, boolean ignoresCase) {
        this.most = most;
        this.ignoresCase = ignoresCase;
    }

    /** @return whether there is room for more */
    boolean add(int start) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
        }
        starts[size++] = start;
        return size < most;
    }

    int size() {
        return size;
    }

    int start(int index) {
        return starts[index];
    }

    boolean ignoresCase() {
        return ignoresCase;
    }

    /** Whether there may be more words than are held, so that these say nothing. */
    boolean isCut() {
        return size >= most;
    }
}
