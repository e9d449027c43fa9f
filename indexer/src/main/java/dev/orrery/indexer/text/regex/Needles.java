package dev.orrery.indexer.text.regex;

import dev.orrery.indexer.text.regex.Requirement.Letters;
import java.util.List;

/**
 * Finds the next of a few texts in a block, by the platform's own vectorised search: for each text, or for its rarest letter
 * in both cases. Confined to one thread.
 */
final class Needles {
    /** More are better left to the automaton. */
    static final int MOST = 4;

    private static final int NONE = Integer.MAX_VALUE;

    private final Search[] searches;
    private String block = "";

    Needles(List<Needle> wanted) {
        this.searches = wanted.stream().map(Search::new).toArray(Search[]::new);
    }

    /** How much is saved by looking for these; greater is better. */
    static int worth(List<Needle> needles) {
        int shortest = needles.stream()
                .mapToInt(needle -> needle.text().length())
                .min()
                .orElse(0);
        boolean exact = needles.stream().allMatch(needle -> needle.letters() == Letters.AS_WRITTEN);
        return Math.min(shortest, 16) * 8 - needles.size() * 4 + (exact ? 4 : 0);
    }

    /** Goes over to a new block, one {@code char} a byte. */
    void reset(String next) {
        block = next;
        for (Search search : searches) {
            search.next = -1;
            search.lower = -1;
            search.upper = -1;
        }
    }

    /** Where the first of the texts begins, at {@code from} or later; -1 where none does. {@code from} only grows. */
    int find(int from) {
        int first = NONE;
        for (Search search : searches) {
            if (search.next < from) {
                search.next = search.exact ? orNone(block.indexOf(search.text, from)) : search.inBothCases(block, from);
            }
            first = Math.min(first, search.next);
        }
        return first == NONE ? -1 : first;
    }

    private static int orNone(int found) {
        return found < 0 ? NONE : found;
    }

    /** How far the search for one text is. */
    private static final class Search {
        private final String text;
        private final boolean exact;
        private final int pivot;
        private final char lowerPivot;
        private final char upperPivot;
        private int next;
        private int lower;
        private int upper;

        Search(Needle needle) {
            this.text = needle.text();
            this.exact = needle.letters() == Letters.AS_WRITTEN;
            this.pivot = needle.pivot();
            this.lowerPivot = text.charAt(pivot);
            this.upperPivot = Character.toUpperCase(lowerPivot);
        }

        int inBothCases(String block, int from) {
            for (int at = from + pivot; ; at++) {
                lower = lower < at ? orNone(block.indexOf(lowerPivot, at)) : lower;
                upper = upper < at ? orNone(block.indexOf(upperPivot, at)) : upper;
                at = Math.min(lower, upper);
                if (at == NONE) {
                    return NONE;
                }
                if (block.regionMatches(true, at - pivot, text, 0, text.length())) {
                    return at - pivot;
                }
            }
        }
    }
}
