package dev.orrery.models.ngram;

/**
 * Where the caret stands among the tokens.
 *
 * @param partial the word that the caret stands in or behind; empty for none
 * @param gap what stands between the tokens before and the caret, or partial word
 * @param isBehindWord whether the token before is a word, so that a blank tells nothing
 */
record Position(String partial, Gap gap, boolean isBehindWord) {

    static Position of(Tokens prefix) {
        int whole = whole(prefix);
        boolean inWord = whole < prefix.size();
        return new Position(
                inWord ? prefix.token(whole) : "",
                inWord ? prefix.gap(whole) : prefix.lastGap(),
                isWord(prefix, whole - 1));
    }

    /** How many tokens are whole: a word at the caret may go on. */
    static int whole(Tokens prefix) {
        int size = prefix.size();
        boolean mayGoOn = size > 0
                && prefix.end(size - 1) == prefix.text().length()
                && Lexer.isWord(prefix.text().charAt(prefix.text().length() - 1));
        return mayGoOn ? size - 1 : size;
    }

    private static boolean isWord(Tokens tokens, int token) {
        return token >= 0 && Lexer.isWord(tokens.text().charAt(tokens.end(token) - 1));
    }

    /** What is known of the gap before the next token: where no blank was typed, one may yet be. */
    Gap known() {
        return gap == Gap.SPACE && isBehindWord ? Gap.NONE : gap;
    }
}
