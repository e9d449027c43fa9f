package dev.orrery.indexer.text.regex;

import dev.orrery.indexer.text.regex.Assertion.Side;

/** Runs a {@link LazyDfa} over bytes. Confined to one thread. */
final class DfaSearch {
    static final int NONE = -1;

    private final LazyDfa dfa;
    private final byte[] classOf;

    DfaSearch(LazyDfa dfa) {
        this.dfa = dfa;
        this.classOf = dfa.classOf();
    }

    /**
     * Goes forwards from a line's start and finds a place in the first line that matches, or that this automaton cannot
     * judge.
     *
     * @return a byte of that line or its end, or {@link #NONE}
     */
    int findLine(byte[] bytes, int from, int to) {
        int state = dfa.start(Side.EDGE);
        int[] table = dfa.transitions();
        for (int at = from; at < to; at++) {
            int byteClass = classOf[bytes[at] & 0xff] & 0xff;
            int next = table[state + byteClass];
            if (!LazyDfa.isPlain(next)) {
                if (next == 0) {
                    next = dfa.step(state, byteClass);
                    table = dfa.transitions();
                }
                if (next == LazyDfa.QUIT || next >= LazyDfa.MATCHED) {
                    return at;
                }
            }
            state = next;
        }
        return over(state, dfa.edgeClass()) >= LazyDfa.MATCHED ? to : NONE;
    }

    /** The end of the preferred match that begins at {@code from} or later in a line that ends at {@code to}. */
    int findEnd(byte[] bytes, int lineStart, int from, int to) {
        int state = dfa.start(from == lineStart ? Side.EDGE : side(bytes[from - 1]));
        int[] table = dfa.transitions();
        int found = NONE;
        for (int at = from; at < to; at++) {
            int byteClass = classOf[bytes[at] & 0xff] & 0xff;
            int next = table[state + byteClass];
            if (!LazyDfa.isPlain(next)) {
                if (next == 0) {
                    next = dfa.step(state, byteClass);
                    table = dfa.transitions();
                }
                if (next == LazyDfa.DEAD) {
                    return found;
                }
                if (next >= LazyDfa.MATCHED) {
                    found = at;
                    next &= ~LazyDfa.MATCHED;
                }
            }
            state = next;
        }
        return over(state, dfa.edgeClass()) >= LazyDfa.MATCHED ? to : found;
    }

    /** Goes backwards from a match's end and finds its start, not before {@code from}. */
    int findStart(byte[] bytes, int lineStart, int from, int end, int lineEnd) {
        int state = dfa.start(end == lineEnd ? Side.EDGE : side(bytes[end]));
        int[] table = dfa.transitions();
        int found = NONE;
        for (int at = end - 1; at >= from; at--) {
            int byteClass = classOf[bytes[at] & 0xff] & 0xff;
            int next = table[state + byteClass];
            if (!LazyDfa.isPlain(next)) {
                if (next == 0) {
                    next = dfa.step(state, byteClass);
                    table = dfa.transitions();
                }
                if (next == LazyDfa.DEAD) {
                    return found;
                }
                if (next >= LazyDfa.MATCHED) {
                    found = at + 1;
                    next &= ~LazyDfa.MATCHED;
                }
            }
            state = next;
        }
        int edge = from == lineStart ? dfa.edgeClass() : classOf[bytes[from - 1] & 0xff] & 0xff;
        return over(state, edge) >= LazyDfa.MATCHED ? from : found;
    }

    private int over(int state, int byteClass) {
        int known = dfa.transitions()[state + byteClass];
        return known == 0 ? dfa.step(state, byteClass) : known;
    }

    private static Side side(byte value) {
        return value == '\n' ? Side.EDGE : value >= 0 && UnicodeSets.isWord(value) ? Side.WORD : Side.OTHER;
    }
}
