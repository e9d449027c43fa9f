package dev.orrery.indexer.text.regex;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;

/** The characters of a pattern and the place that has been read up to. */
final class PatternReader {
    static final int END = -1;

    private final int[] characters;
    private int at;

    PatternReader(String pattern) {
        this.characters = pattern.codePoints().toArray();
    }

    int peek() {
        return peek(0);
    }

    int peek(int ahead) {
        return at + ahead < characters.length ? characters[at + ahead] : END;
    }

    int next() {
        return at < characters.length ? characters[at++] : END;
    }

    boolean accept(int wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    boolean accept(String wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            if (peek(i) != wanted.charAt(i)) {
                return false;
            }
        }
        at += wanted.length();
        return true;
    }

    /** Reads up to and past {@code end}, and returns what stands before it; null where it does not come. */
    String until(int end, String problem) throws OrreryException {
        StringBuilder text = new StringBuilder();
        int start = at;
        while (peek() != end) {
            if (peek() == END) {
                at = start;
                throw problem(problem);
            }
            text.appendCodePoint(next());
        }
        at++;
        return text.toString();
    }

    /** Passes over white space and comments. */
    void skipBlanks() {
        while (peek() != END) {
            if (Character.isWhitespace(peek()) || peek() == 0x85) {
                at++;
            } else if (peek() == '#') {
                while (peek() != END && peek() != '\n') {
                    at++;
                }
            } else {
                return;
            }
        }
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    String text(int from, int to) {
        return new String(characters, from, to - from);
    }

    /** Trouble at the place read up to; the message's arguments are the 1-based position and the whole pattern. */
    OrreryException problem(String kind) {
        return new OrreryException(UserMessage.of(
                "indexer.regex." + kind, Math.min(at, characters.length) + 1, text(0, characters.length)));
    }
}
