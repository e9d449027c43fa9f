package dev.orrery.indexer.text.regex;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The POSIX names for sets of ASCII characters. */
final class AsciiClasses {
    static final CodePoints SPACE = ranges("\t\r  ");
    static final CodePoints WORD = ranges("09AZ__az");

    private AsciiClasses() {}

    static @Nullable CodePoints named(String name) {
        return switch (name) {
            case "alnum" -> ranges("09AZaz");
            case "alpha" -> ranges("AZaz");
            case "ascii" -> ranges("\0\u007f");
            case "blank" -> ranges("\t\t  ");
            case "cntrl" -> ranges("\0\u001f\u007f\u007f");
            case "digit" -> ranges("09");
            case "graph" -> ranges("!~");
            case "lower" -> ranges("az");
            case "print" -> ranges(" ~");
            case "punct" -> ranges("!/:@[`{~");
            case "space" -> SPACE;
            case "upper" -> ranges("AZ");
            case "word" -> WORD;
            case "xdigit" -> ranges("09AFaf");
            default -> null;
        };
    }

    private static CodePoints ranges(String bounds) {
        List<int[]> ranges = new ArrayList<>();
        for (int i = 0; i < bounds.length(); i += 2) {
            ranges.add(new int[] {bounds.charAt(i), bounds.charAt(i + 1)});
        }
        return CodePoints.ofRanges(ranges);
    }
}
