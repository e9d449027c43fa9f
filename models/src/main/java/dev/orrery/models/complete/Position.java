package dev.orrery.models.complete;

import dev.orrery.api.Document;

/**
 * What stands around a caret, read from the text alone (pure).
 *
 * @param offset the caret, in UTF-16 units
 * @param wordStart where the word at the caret begins; the caret itself where none was begun
 * @param lineStart where the line begins
 * @param lineEnd where the line ends, its end of line left out
 * @param isInWord whether the word goes on behind the caret
 * @param isAtEnd whether only blanks and closing signs follow on the line
 */
record Position(int offset, int wordStart, int lineStart, int lineEnd, boolean isInWord, boolean isAtEnd) {
    private static final String CLOSING = ")]}>;,:\"'`";

    static Position of(Document document, int offset) {
        String text = document.text();
        int wordStart = offset;
        while (wordStart > 0 && isWord(text.charAt(wordStart - 1))) {
            wordStart--;
        }
        int lineStart = offset;
        while (lineStart > 0 && !isBreak(text.charAt(lineStart - 1))) {
            lineStart--;
        }
        int lineEnd = offset;
        boolean atEnd = true;
        while (lineEnd < text.length() && !isBreak(text.charAt(lineEnd))) {
            char c = text.charAt(lineEnd++);
            atEnd &= Character.isWhitespace(c) || CLOSING.indexOf(c) >= 0;
        }
        boolean inWord = offset < text.length() && isWord(text.charAt(offset));
        return new Position(offset, wordStart, lineStart, lineEnd, inWord, atEnd);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    static boolean isWord(char c) {
        return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c)
                || c == '$'
                || Character.isSurrogate(c);
    }

    /** The word before the caret, as far as it was typed. */
    String word(Document document) {
        return document.text().substring(wordStart, offset);
    }

    /** What follows on the line. */
    String rest(Document document) {
        return document.text().substring(offset, lineEnd);
    }
}
