package dev.orrery.models;

import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

/** Cuts texts to a number of tokens, at a line's end where one is near, never within a character. */
final class TextCut {
    /** Longer tokens than this many UTF-16 units are rare enough to reckon without them before anything is counted. */
    private static final int LONG_TOKEN = 16;

    private final ToIntFunction<String> tokens;

    TextCut(ToIntFunction<String> tokens) {
        this.tokens = tokens;
    }

    /** The end of the text that has at most so many tokens. */
    String start(String text, int most) {
        if (fits(text, most)) {
            return text;
        }
        int shortest = text.length() - (int) Math.min(text.length(), Math.max(0L, most) * LONG_TOKEN);
        int from = first(shortest, text.length(), at -> fits(text.substring(at), most));
        int line = text.indexOf('\n', from) + 1;
        boolean near = line > 0 && line - from <= (text.length() - from) / 4;
        return text.substring(whole(text, near ? line : from, 1));
    }

    /** The start of the text that has at most so many tokens. */
    String end(String text, int most) {
        if (fits(text, most)) {
            return text;
        }
        int longest = (int) Math.min(text.length(), Math.max(0L, most) * LONG_TOKEN);
        int to = longest - first(0, longest, less -> fits(text.substring(0, longest - less), most));
        int line = text.lastIndexOf('\n', to - 1) + 1;
        boolean near = line > 0 && to - line <= to / 4;
        return text.substring(0, whole(text, near ? line : to, -1));
    }

    private boolean fits(String text, int most) {
        return text.isEmpty() || (text.length() <= (long) most * LONG_TOKEN && tokens.applyAsInt(text) <= most);
    }

    /** The smallest number of a range for which something holds that holds for all behind it and for its end. */
    private static int first(int from, int to, IntPredicate holds) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static int whole(String text, int at, int step) {
        boolean inside = at > 0
                && at < text.length()
                && Character.isHighSurrogate(text.charAt(at - 1))
                && Character.isLowSurrogate(text.charAt(at));
        return inside ? at + step : at;
    }
}
