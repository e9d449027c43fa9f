package dev.orrery.models.ngram;

import java.util.HashMap;
import java.util.Map;

/**
 * What a token looks like, in a number below 256: keywords and operators are themselves, of all others only the kind of word or literal is
 * told. A language model over shapes knows the syntax where the words were never seen. The keywords are those of common languages together.
 */
final class Shape {
    /** The edge of a file. */
    static final int EDGE = 0;

    static final int LOWER = 1;
    static final int UPPER = 2;
    static final int CONSTANT = 3;
    static final int NUMBER = 4;
    static final int TEXT = 5;
    static final int OPAQUE = 6;
    static final int OTHER = 7;
    private static final int FIRST = 8;

    private static final String KNOWN = """
            . ( ) [ ] { } < > ; , : :: = == != <= >= + - * / % ! & | ^ ~ ? @ # $ && || ++ -- += -= *= /= |= &= -> => ... << ?. ?? === !== := ** \\
            abstract assert async await boolean break byte case catch char class const continue default def del do double elif else end enum
            except export extends false final finally float fn for from func fun function goto if impl implements import in instanceof int
            interface is lambda let long match mod module namespace native new nil None not null object of operator or and override package
            pass private protected pub public raise readonly record return self Self short sizeof static strictfp string struct super switch
            synchronized template then this throw throws trait transient true True False try type typedef typeof undefined union unless
            unsigned until use using val var virtual void volatile when where while with yield as mut go defer select chan map range not""";

    private static final Map<String, Integer> NUMBERS = numbers();

    private Shape() {}

    static int of(String text) {
        Integer known = NUMBERS.get(text);
        if (known != null) {
            return known;
        }
        char c = text.isEmpty() ? ' ' : text.charAt(0);
        if (Character.isDigit(c)) {
            return NUMBER;
        }
        if (c == '"' || c == '\'' || c == '`') {
            return TEXT;
        }
        if (!Lexer.isWord(c)) {
            return OTHER;
        }
        return !Character.isUpperCase(c) ? LOWER : isConstant(text) ? CONSTANT : UPPER;
    }

    /** Whether it is a name, made up by somebody. */
    static boolean isName(int shape) {
        return shape == LOWER || shape == UPPER || shape == CONSTANT;
    }

    /** Whether a word is a keyword of a common language. */
    static boolean isKeyword(String word) {
        return NUMBERS.containsKey(word) && Lexer.isWord(word.charAt(0));
    }

    /** The number of a keyword or operator of {@link #KNOWN}. */
    static int known(String text) {
        Integer number = NUMBERS.get(text);
        if (number == null) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static boolean isConstant(String text) {
        for (int at = 1; at < text.length(); at++) {
            if (Character.isLowerCase(text.charAt(at))) {
                return false;
            }
        }
        return text.length() > 1;
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (String word : KNOWN.split("\\s+")) {
            numbers.putIfAbsent(word, FIRST + numbers.size());
        }
        return numbers;
    }
}
