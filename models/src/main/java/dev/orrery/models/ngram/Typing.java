package dev.orrery.models.ngram;

import org.jspecify.annotations.Nullable;

/**
 * The text around a caret, kept from one question to the next: while the user types along only the new tokens are looked at. Of a long file the stretch
 * before the caret counts. Not safe for threads.
 */
final class Typing {
    private static final int WINDOW = 200_000;

    private final long state;
    private final Caret caret;
    private final Tokens tokens;
    private final OpenText text;

    private Typing(long state, Caret caret, Tokens tokens, OpenText text) {
        this.state = state;
        this.caret = caret;
        this.tokens = tokens;
        this.text = text;
    }

    /**
     * @param state of what was learned; the numbers of words are those of it
     * @param before the last question; must not be used any more
     */
    static Typing at(long state, Caret caret, Vocabulary vocabulary, @Nullable Typing before) {
        String prefix = near(caret.prefix());
        if (before == null || !before.isOf(state, caret)) {
            return fresh(state, caret, Lexer.lex(caret.path(), prefix), vocabulary);
        }
        Tokens tokens = Lexer.lex(caret.path(), prefix, before.tokens);
        return before.goesOn(tokens)
                ? new Typing(state, caret, tokens, before.text)
                : fresh(state, caret, tokens, vocabulary);
    }

    private boolean isOf(long other, Caret later) {
        return state == other
                && caret.path().equals(later.path())
                && caret.suffix().equals(later.suffix())
                && caret.context().equals(later.context());
    }

    /** The same stretch for carets that lie near one another. */
    private static String near(String prefix) {
        int stretches = prefix.length() / WINDOW;
        if (stretches < 2) {
            return prefix;
        }
        int line = prefix.indexOf('\n', (stretches - 1) * WINDOW);
        return line < 0 ? prefix.substring((stretches - 1) * WINDOW) : prefix.substring(line);
    }

    private static Typing fresh(long state, Caret caret, Tokens tokens, Vocabulary vocabulary) {
        OpenText text = new OpenText(new Words(vocabulary));
        for (String other : new String[] {
            caret.context(),
            caret.suffix().substring(0, Math.min(WINDOW, caret.suffix().length()))
        }) {
            text.edge();
            Tokens others = Lexer.lex(caret.path(), other);
            for (int at = 0; at < others.size(); at++) {
                text.add(text.words().cell(others, at));
            }
        }
        text.edge();
        add(text, tokens, 0);
        return new Typing(state, caret, tokens, text);
    }

    private static void add(OpenText text, Tokens tokens, int from) {
        int whole = Position.whole(tokens);
        for (int at = from; at < whole; at++) {
            text.add(text.words().cell(tokens, at));
        }
    }

    /** Appends what is new, if what was there is still so. */
    private boolean goesOn(Tokens now) {
        int known = text.size() - text.begin() - 1;
        if (Position.whole(now) < known) {
            return false;
        }
        for (int at = tokens.unchanged(now.text()); at < known; at++) {
            if (text.cells()[text.begin() + 1 + at] != text.words().cell(now, at)) {
                return false;
            }
        }
        add(text, now, known);
        return true;
    }

    OpenText text() {
        return text;
    }

    Position position() {
        return Position.of(tokens);
    }
}
