package dev.orrery.indexer.semantic;

import java.util.function.IntConsumer;

/** The terms of what people write: comments without marks and markup, questions. */
final class Prose {
    private Prose() {}

    /** Stop words, {@code @tags}, {@code <tags>} and {@code &entities;} are left out. */
    static void read(Terms terms, String text, int start, int end, IntConsumer sink) {
        int at = start;
        while (at < end) {
            char c = text.charAt(at);
            if (c == '@' || c == '&') {
                at = wordEnd(text, at + 1, end);
            } else if (c == '<') {
                int close = text.indexOf('>', at);
                boolean tag = close > 0 && close < Math.min(end, at + 100) && text.indexOf('\n', at, close) < 0;
                at = tag ? close + 1 : at + 1;
            } else if (Character.isLetterOrDigit(c)) {
                int stop = wordEnd(text, at, end);
                String word = text.substring(at, stop);
                if (!Terms.isStopWord(word)) {
                    for (int term : terms.of(word)) {
                        sink.accept(term);
                    }
                }
                at = stop;
            } else {
                at++;
            }
        }
    }

    private static int wordEnd(String text, int from, int end) {
        int at = from;
        while (at < end && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return at;
    }
}
