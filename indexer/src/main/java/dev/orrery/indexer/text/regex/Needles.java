package dev.orrery.indexer.text.regex;

import java.util.List;

/**
 * Finds the next of a few texts in a block, by the platform's own vectorised search for each. Confined to one thread.
 */
final class Needles {
    /** More are better left to the automaton. */
    static final int MOST = 4;

    /** Single bytes that stand in so many lines that looking for them saves nothing. */
    private static final String COMMON = " .*/();,=\t\"_";

    private final String[] wanted;
    private final int[] next;
    private String text = "";

    Needles(List<String> wanted) {
        this.wanted = wanted.toArray(String[]::new);
        this.next = new int[this.wanted.length];
    }

    /** Whether a text is rare enough to be worth looking for. */
    static boolean isTelling(String text) {
        char first = text.charAt(0);
        return text.length() > 1
                || first > ' ' && first < 0x7f && !Character.isLetterOrDigit(first) && COMMON.indexOf(first) < 0
                || "jqxzJKQWXYZ".indexOf(first) >= 0;
    }

    /** How much is saved by looking for these; greater is better. */
    static int worth(List<String> needles) {
        int shortest = needles.stream().mapToInt(String::length).min().orElse(0);
        return Math.min(shortest, 16) * 8 - needles.size() * 4;
    }

    /** Goes over to a new block, one {@code char} a byte. */
    void reset(String block) {
        text = block;
        for (int i = 0; i < next.length; i++) {
            next[i] = -1;
        }
    }

    /** Where the first of the texts begins, at {@code from} or later; -1 where none does. {@code from} only grows. */
    int find(int from) {
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < next.length; i++) {
            if (next[i] < from) {
                int found = text.indexOf(wanted[i], from);
                next[i] = found < 0 ? Integer.MAX_VALUE : found;
            }
            first = Math.min(first, next[i]);
        }
        return first == Integer.MAX_VALUE ? -1 : first;
    }
}
