package dev.orrery.base;

import org.jspecify.annotations.Nullable;

/**
 * A bracket class of a {@link Glob}, read the way git's {@code wildmatch.c} reads it: {@code !} or {@code ^} negates, a
 * backslash escapes, {@code [:alpha:]} and its like name classes, a {@code ]} in the first place is a member.
 *
 * @param bits the 256 bytes it matches; never the slash
 * @param end offset of the closing bracket
 */
@SuppressWarnings("ArrayRecordComponent")
public record GlobClass(long[] bits, int end) {
    /** Reads the class whose {@code [} is at {@code open}; null where it is malformed and so matches nothing. */
    public static @Nullable GlobClass parse(String pattern, int open) {
        long[] bits = new long[4];
        int at = open + 1;
        boolean negated = at < pattern.length() && (pattern.charAt(at) == '!' || pattern.charAt(at) == '^');
        if (negated) {
            at++;
        }
        int previous = 0;
        boolean first = true;
        while (true) {
            if (at >= pattern.length()) {
                return null;
            }
            char value = pattern.charAt(at);
            if (value == ']' && !first) {
                break;
            }
            first = false;
            int kept = value;
            if (value == '\\') {
                if (++at >= pattern.length()) {
                    return null;
                }
                kept = pattern.charAt(at);
                add(bits, kept, kept);
            } else if (value == '-' && previous != 0 && at + 1 < pattern.length() && pattern.charAt(at + 1) != ']') {
                if (pattern.charAt(++at) == '\\' && ++at >= pattern.length()) {
                    return null;
                }
                add(bits, previous, pattern.charAt(at));
                kept = 0;
            } else if (value == '[' && pattern.startsWith(":", at + 1)) {
                int close = pattern.indexOf(']', at + 2);
                if (close < 0) {
                    return null;
                }
                if (close > at + 2 && pattern.charAt(close - 1) == ':') {
                    if (!addNamed(bits, pattern.substring(at + 2, close - 1))) {
                        return null;
                    }
                    at = close;
                    kept = 0;
                } else {
                    add(bits, value, value);
                }
            } else {
                add(bits, value, value);
            }
            previous = kept;
            at++;
        }
        if (negated) {
            for (int i = 0; i < bits.length; i++) {
                bits[i] = ~bits[i];
            }
        }
        bits['/' >> 6] &= ~(1L << ('/' & 63));
        return new GlobClass(bits, at);
    }

    private static void add(long[] bits, int low, int high) {
        for (int value = low; value <= high; value++) {
            bits[value >> 6] |= 1L << (value & 63);
        }
    }

    private static boolean addNamed(long[] bits, String name) {
        switch (name) {
            case "alnum" -> {
                addNamed(bits, "alpha");
                add(bits, '0', '9');
            }
            case "alpha" -> {
                add(bits, 'a', 'z');
                add(bits, 'A', 'Z');
            }
            case "blank" -> {
                add(bits, ' ', ' ');
                add(bits, '\t', '\t');
            }
            case "cntrl" -> {
                add(bits, 0, 31);
                add(bits, 127, 127);
            }
            case "digit" -> add(bits, '0', '9');
            case "graph" -> add(bits, 33, 126);
            case "lower" -> add(bits, 'a', 'z');
            case "print" -> add(bits, 32, 126);
            case "punct" -> {
                add(bits, 33, 47);
                add(bits, 58, 64);
                add(bits, 91, 96);
                add(bits, 123, 126);
            }
            case "space" -> {
                add(bits, 9, 13);
                add(bits, ' ', ' ');
            }
            case "upper" -> add(bits, 'A', 'Z');
            case "xdigit" -> {
                add(bits, '0', '9');
                add(bits, 'a', 'f');
                add(bits, 'A', 'F');
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
