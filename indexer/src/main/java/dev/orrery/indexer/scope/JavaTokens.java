package dev.orrery.indexer.scope;

import java.util.Arrays;

/**
 * The tokens of a Java text, comments left out, in arrays. Words are names, keywords and numbers; marks are single units but for
 * {@code ->} and {@code ::}. A literal that is not closed ends with its line, a comment or text block with the text.
 */
final class JavaTokens {
    /** What a token is. */
    enum Kind {
        WORD,
        LITERAL,
        MARK
    }

    private static final Kind[] KINDS = Kind.values();

    private final String text;
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private byte[] kinds = new byte[1024];
    private int count;
    private int at;
    private boolean open;

    private JavaTokens(String text) {
        this.text = text;
    }

    static JavaTokens of(String text) {
        JavaTokens tokens = new JavaTokens(text);
        tokens.read(text.length());
        return tokens;
    }

    private void read(int to) {
        while (at < to) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '/' && peek(1) == '/') {
                at = lineEnd(at);
                open = at == text.length();
            } else if (c == '/' && peek(1) == '*') {
                int end = text.indexOf("*/", at + 2);
                open = end < 0;
                at = end < 0 ? text.length() : end + 2;
            } else {
                token(c);
            }
        }
    }

    private void token(char c) {
        int start = at;
        Kind kind = Kind.MARK;
        if (c == '"' || c == '\'') {
            kind = Kind.LITERAL;
            at = c == '"' && peek(1) == '"' && peek(2) == '"' ? textBlock(at) : quoted(at, c);
        } else if (Character.isJavaIdentifierPart(c)) {
            kind = Kind.WORD;
            boolean number = Character.isDigit(c);
            while (at < text.length() && isPart(text.charAt(at), number)) {
                at++;
            }
        } else {
            at += c == '-' && peek(1) == '>' || c == ':' && peek(1) == ':' ? 2 : 1;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            kinds = Arrays.copyOf(kinds, 2 * count);
        }
        starts[count] = start;
        ends[count] = at;
        kinds[count++] = (byte) kind.ordinal();
    }

    private boolean isPart(char c, boolean number) {
        return Character.isJavaIdentifierPart(c) || number && c == '.' && Character.isDigit(peek(1));
    }

    private int quoted(int from, char quote) {
        for (int i = from + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            } else if (c == '\n') {
                return i;
            }
        }
        open = true;
        return text.length();
    }

    private int textBlock(int from) {
        for (int i = from + 3; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith("\"\"\"", i)) {
                return i + 3;
            }
        }
        open = true;
        return text.length();
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    int count() {
        return count;
    }

    /** Whether the text ends inside a comment or literal. */
    boolean isOpen() {
        return open;
    }

    int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    boolean isWord(int token) {
        return token >= 0 && token < count && KINDS[kinds[token]] == Kind.WORD;
    }

    boolean isLiteral(int token) {
        return token >= 0 && token < count && KINDS[kinds[token]] == Kind.LITERAL;
    }

    /** Whether a token is that word or mark; false for tokens that do not exist. */
    boolean is(int token, String word) {
        return token >= 0
                && token < count
                && ends[token] - starts[token] == word.length()
                && text.startsWith(word, starts[token]);
    }

    boolean isAny(int token, String... words) {
        for (String word : words) {
            if (is(token, word)) {
                return true;
            }
        }
        return false;
    }

    String text(int token) {
        return token >= 0 && token < count ? text.substring(starts[token], ends[token]) : "";
    }

    /** The mark's unit, 0 for what is none. */
    char mark(int token) {
        boolean single =
                token >= 0 && token < count && KINDS[kinds[token]] == Kind.MARK && ends[token] == starts[token] + 1;
        return single ? text.charAt(starts[token]) : 0;
    }

    /** Whether nothing stands between a token and the next one. */
    boolean touchesNext(int token) {
        return token >= 0 && token + 1 < count && ends[token] == starts[token + 1];
    }

    /** Whether a line break stands between a token and the one before, or it is the first. */
    boolean startsLine(int token) {
        if (token == 0) {
            return true;
        }
        int line = text.lastIndexOf('\n', starts[token]);
        return line >= ends[token - 1];
    }

    /** Units between the start of its line and a token. */
    int column(int token) {
        return starts[token] - text.lastIndexOf('\n', starts[token] - 1) - 1;
    }

    /** Appends the tokens from {@code from} to {@code to} with a space where something stood between them. */
    void append(StringBuilder into, int from, int to) {
        for (int token = from; token < to; token++) {
            if (token > from && !touchesNext(token - 1) || token == from) {
                into.append(' ');
            }
            into.append(text, starts[token], ends[token]);
        }
    }
}
