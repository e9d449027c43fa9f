package dev.orrery.models.complete;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * How code that leaves something open may go on, so that a line which begins a block is not taken for a broken one: who accepts it goes on
 * writing (pure, linear).
 */
final class Continuation {
    private Continuation() {}

    /** What to put behind a text so that nothing in it stays open, the likeliest first; none where nothing is open. */
    static List<String> of(String text) {
        String closers = closers(text);
        if (!closers.isEmpty()) {
            return List.of("\n" + closers, "\n" + closers + ";");
        }
        // A head of a block in languages that go by indentation.
        return text.stripTrailing().endsWith(":") ? List.of(" pass") : List.of();
    }

    /** The closing brackets that are missing, in their order. */
    private static String closers(String text) {
        Deque<Character> open = new ArrayDeque<>();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"', '\'', '`' -> at = literalEnd(text, at);
                case '(' -> open.push(')');
                case '[' -> open.push(']');
                case '{' -> open.push('}');
                case ')', ']', '}' -> {
                    // One that was not opened here closes what stands before, as in "} else {".
                    if (!open.isEmpty() && open.peek() == c) {
                        open.pop();
                    }
                }
                default -> {}
            }
        }
        StringBuilder closers = new StringBuilder();
        open.forEach(closers::append);
        return closers.toString();
    }

    /** Where a literal ends that begins at a quote; the quote itself where it does not end on its line. */
    private static int literalEnd(String text, int start) {
        for (int at = start + 1; at < text.length() && text.charAt(at) != '\n'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == text.charAt(start)) {
                return at;
            }
        }
        return start;
    }
}
