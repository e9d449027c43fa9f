package dev.orrery.models.ngram;

import java.util.List;

/**
 * What stands before a caret, in numbers.
 *
 * @param history tokens that are whole, after an edge
 * @param partial the word that the caret stands in or behind; empty for none
 * @param gap what stands between history and caret, or partial word
 */
@SuppressWarnings("ArrayRecordComponent")
record Position(int[] history, String partial, Gap gap) {

    static Position of(Words words, Tokens prefix) {
        int whole = whole(prefix);
        Slice stream = words.stream(prefix, whole);
        int[] history = new int[stream.length()];
        for (int at = 0; at < history.length; at++) {
            history[at] = stream.array()[at] & Segment.MASK;
        }
        boolean inWord = whole < prefix.size();
        return new Position(history, inWord ? prefix.token(whole) : "", inWord ? prefix.gap(whole) : prefix.lastGap());
    }

    /** How many tokens are whole: a word at the caret may go on. */
    static int whole(Tokens prefix) {
        int size = prefix.size();
        boolean mayGoOn = size > 0
                && prefix.end(size - 1) == prefix.text().length()
                && Lexer.isWord(prefix.text().charAt(prefix.text().length() - 1));
        return mayGoOn ? size - 1 : size;
    }

    /** The likeliest tokens here, on this line or the next. */
    List<Nest.Next> tokens(Nest nest, int count) {
        return partial.isEmpty()
                ? nest.next(history, history.length, Level.Mode.TOKENS, count)
                : nest.next(history, history.length, partial, count);
    }

    /** The likeliest tokens of the line, the end of the line among them where the line has begun. */
    List<Nest.Next> ofLine(Nest nest, int count) {
        return gap == Gap.LINE || !partial.isEmpty()
                ? tokens(nest, count)
                : nest.next(history, history.length, Level.Mode.LINE, count);
    }
}
