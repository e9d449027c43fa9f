package dev.orrery.indexer.text.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Unicode's simple case folding: which characters differ in case only. Derived from the platform's simple mappings, which
 * agree with Unicode's table but for the dotted and dotless I, which fold to nothing but themselves.
 */
final class CaseFolding {
    /** No letter with another case lies beyond. */
    private static final int LAST_CASED = 0x1ffff;

    private CaseFolding() {}

    private static int key(int value) {
        return value == 0x130 || value == 0x131 ? value : Character.toLowerCase(Character.toUpperCase(value));
    }

    /** The characters of {@code set} with all that differ from them in case only. */
    static CodePoints fold(CodePoints set) {
        List<int[]> ranges = new ArrayList<>();
        boolean ascii = set.isEmpty() || set.last(set.rangeCount() - 1) < 0x80;
        for (int range = 0; range < set.rangeCount(); range++) {
            ranges.add(new int[] {set.first(range), set.last(range)});
            for (int value = set.first(range); value <= Math.min(set.last(range), LAST_CASED); value++) {
                if (ascii) {
                    addAscii(value, ranges);
                } else {
                    for (int other : Orbits.BY_KEY.getOrDefault(key(value), Orbits.NONE)) {
                        ranges.add(new int[] {other, other});
                    }
                }
            }
        }
        return CodePoints.ofRanges(ranges);
    }

    /** As {@link #fold}, within ASCII. */
    static CodePoints foldAscii(CodePoints set) {
        List<int[]> ranges = new ArrayList<>();
        for (int range = 0; range < set.rangeCount(); range++) {
            ranges.add(new int[] {set.first(range), set.last(range)});
            for (int value = set.first(range); value <= Math.min(set.last(range), 'z'); value++) {
                if (isAsciiLetter(value)) {
                    ranges.add(new int[] {value ^ 0x20, value ^ 0x20});
                }
            }
        }
        return CodePoints.ofRanges(ranges);
    }

    private static void addAscii(int value, List<int[]> ranges) {
        if (isAsciiLetter(value)) {
            ranges.add(new int[] {value ^ 0x20, value ^ 0x20});
            int lower = value | 0x20;
            if (lower == 'k') {
                ranges.add(new int[] {0x212a, 0x212a});
            } else if (lower == 's') {
                ranges.add(new int[] {0x17f, 0x17f});
            }
        }
    }

    private static boolean isAsciiLetter(int value) {
        return value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z';
    }

    /** Built when first needed. */
    private static final class Orbits {
        static final int[] NONE = {};
        static final Map<Integer, int[]> BY_KEY = new HashMap<>();

        static {
            Map<Integer, List<Integer>> members = new HashMap<>();
            for (int value = 0; value <= LAST_CASED; value++) {
                if (key(value) != value) {
                    members.computeIfAbsent(key(value), key -> new ArrayList<>(List.of(key)))
                            .add(value);
                }
            }
            members.forEach((key, values) ->
                    BY_KEY.put(key, values.stream().mapToInt(Integer::intValue).toArray()));
        }
    }
}
