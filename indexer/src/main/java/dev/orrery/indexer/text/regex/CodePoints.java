package dev.orrery.indexer.text.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/** An immutable set of numbers: of characters, or of bytes where Unicode is switched off. */
final class CodePoints {
    static final int LAST = Character.MAX_CODE_POINT;
    static final CodePoints NONE = new CodePoints(new int[0]);
    /** Every character; surrogates are none. */
    static final CodePoints ALL = new CodePoints(new int[] {0, 0xd7ff, 0xe000, LAST});

    static final CodePoints ALL_BYTES = new CodePoints(new int[] {0, 255});

    /** First and last of each range, ascending, never touching. */
    private final int[] bounds;

    private CodePoints(int[] bounds) {
        this.bounds = bounds;
    }

    static CodePoints of(int value) {
        return new CodePoints(new int[] {value, value});
    }

    static CodePoints range(int first, int last) {
        return new CodePoints(new int[] {first, last});
    }

    /** All characters that pass {@code test}. */
    static CodePoints where(IntPredicate test) {
        List<int[]> ranges = new ArrayList<>();
        int start = -1;
        for (int value = 0; value <= LAST + 1; value++) {
            boolean inside = value <= LAST && (value < 0xd800 || value > 0xdfff) && test.test(value);
            if (inside && start < 0) {
                start = value;
            } else if (!inside && start >= 0) {
                ranges.add(new int[] {start, value - 1});
                start = -1;
            }
        }
        return ofRanges(ranges);
    }

    /** The union of ranges in any order. */
    static CodePoints ofRanges(List<int[]> ranges) {
        List<int[]> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(range -> range[0]));
        int[] bounds = new int[sorted.size() * 2];
        int size = 0;
        for (int[] range : sorted) {
            if (size > 0 && range[0] <= bounds[size - 1] + 1) {
                bounds[size - 1] = Math.max(bounds[size - 1], range[1]);
            } else {
                bounds[size++] = range[0];
                bounds[size++] = range[1];
            }
        }
        return new CodePoints(Arrays.copyOf(bounds, size));
    }

    int rangeCount() {
        return bounds.length / 2;
    }

    int first(int range) {
        return bounds[2 * range];
    }

    int last(int range) {
        return bounds[2 * range + 1];
    }

    boolean isEmpty() {
        return bounds.length == 0;
    }

    int size() {
        int size = 0;
        for (int range = 0; range < rangeCount(); range++) {
            size += last(range) - first(range) + 1;
        }
        return size;
    }

    boolean contains(int value) {
        int at = Arrays.binarySearch(bounds, value);
        return at >= 0 || (-at - 1) % 2 == 1;
    }

    CodePoints union(CodePoints other) {
        List<int[]> ranges = ranges();
        ranges.addAll(other.ranges());
        return ofRanges(ranges);
    }

    /** What {@code universe} holds and this does not. */
    CodePoints negate(CodePoints universe) {
        List<int[]> ranges = new ArrayList<>();
        int next = 0;
        for (int range = 0; range < rangeCount(); range++) {
            if (first(range) > next) {
                ranges.add(new int[] {next, first(range) - 1});
            }
            next = last(range) + 1;
        }
        if (next <= LAST) {
            ranges.add(new int[] {next, LAST});
        }
        return ofRanges(ranges).intersect(universe);
    }

    CodePoints intersect(CodePoints other) {
        List<int[]> ranges = new ArrayList<>();
        int a = 0;
        int b = 0;
        while (a < rangeCount() && b < other.rangeCount()) {
            int first = Math.max(first(a), other.first(b));
            int last = Math.min(last(a), other.last(b));
            if (first <= last) {
                ranges.add(new int[] {first, last});
            }
            if (last(a) < other.last(b)) {
                a++;
            } else {
                b++;
            }
        }
        return ofRanges(ranges);
    }

    CodePoints minus(CodePoints other) {
        return intersect(other.negate(range(0, LAST)));
    }

    private List<int[]> ranges() {
        List<int[]> ranges = new ArrayList<>();
        for (int range = 0; range < rangeCount(); range++) {
            ranges.add(new int[] {first(range), last(range)});
        }
        return ranges;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodePoints set && Arrays.equals(bounds, set.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }
}
