package dev.orrery.models.ngram;

import java.util.Locale;
import java.util.Set;

/**
 * Cuts code of any language into tokens: words, numbers, literals in quotes, operators; comments are left out. It knows no grammar,
 * only which comments a file of that name has. A quote that is not closed on its line is a token by itself. Linear in the text.
 */
public final class Lexer {
    private static final Set<String> HASH_COMMENTS = Set.of(
            "py",
            "pyi",
            "rb",
            "sh",
            "bash",
            "zsh",
            "pl",
            "pm",
            "r",
            "yaml",
            "yml",
            "toml",
            "mk",
            "cmake",
            "ex",
            "exs",
            "jl",
            "nim",
            "tcl",
            "ps1",
            "coffee",
            "conf",
            "properties",
            "gd",
            "dockerfile",
            "makefile");
    private static final Set<String> DASH_COMMENTS =
            Set.of("sql", "lua", "hs", "elm", "ada", "adb", "ads", "vhd", "vhdl");
    private static final Set<String> OPERATORS = Set.of(
            "==", "!=", "<=", ">=", "&&", "||", "->", "=>", "::", "++", "--", "+=", "-=", "*=", "/=", "%=", "|=", "&=",
            "^=", "<<", "**", "//", "??", "?.", ":=", "<-", "|>", "..", "===", "!==", "...", "<<=", "**=", "//=", "??=",
            "..=");

    private final String text;
    private final Tokens tokens;
    private final boolean hash;
    private final boolean dash;
    private int at;

    private Lexer(String path, Tokens known) {
        this.text = known.text();
        this.tokens = known;
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        this.hash = HASH_COMMENTS.contains(ending);
        this.dash = DASH_COMMENTS.contains(ending);
    }

    /**
     * @param path of the file, for its kind of comments; may be empty
     * @param text all of it, or all before a caret
     */
    public static Tokens lex(String path, String text) {
        Lexer lexer = new Lexer(path, new Tokens(text));
        lexer.run();
        return lexer.tokens;
    }

    /** The same of a text that began like another one: what is certain to be as it was there is not cut again. */
    static Tokens lex(String path, String text, Tokens before) {
        int kept = before.unchanged(text);
        Lexer lexer = new Lexer(path, before.upTo(kept, text));
        lexer.at = kept > 0 ? before.start(kept) : 0;
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        Gap gap = Gap.LINE;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                gap = Gap.LINE;
                at++;
            } else if (Character.isWhitespace(c)) {
                gap = gap == Gap.LINE ? gap : Gap.SPACE;
                at++;
            } else if (isComment(c)) {
                int end = commentEnd(c);
                gap = gap == Gap.LINE || text.substring(at, end).indexOf('\n') >= 0 ? Gap.LINE : Gap.SPACE;
                at = end;
            } else {
                int end = tokenEnd(c);
                tokens.add(at, end, gap);
                at = end;
                gap = Gap.NONE;
            }
        }
        tokens.end(gap);
    }

    private boolean isComment(char c) {
        return switch (c) {
            case '#' -> hash;
            case '-' -> dash && text.startsWith("--", at);
            case '/' -> !hash && (text.startsWith("//", at) || text.startsWith("/*", at));
            case '<' -> text.startsWith("<!--", at);
            default -> false;
        };
    }

    /** Where the comment that begins here ends. The line break behind a comment stays. */
    private int commentEnd(char c) {
        if (c == '/' && text.startsWith("/*", at)) {
            return after("*/", at + 2);
        }
        if (c == '<') {
            return after("-->", at + 4);
        }
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int after(String mark, int from) {
        int end = text.indexOf(mark, from);
        return end < 0 ? text.length() : end + mark.length();
    }

    private int tokenEnd(char c) {
        if (isWord(c)) {
            return Character.isDigit(c) ? numberEnd() : wordEnd(at);
        }
        if (c == '"' || c == '\'' || c == '`') {
            return literalEnd(c);
        }
        for (int length = 3; length > 1; length--) {
            if (at + length <= text.length() && OPERATORS.contains(text.substring(at, at + length))) {
                return at + length;
            }
        }
        return at + 1;
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && isWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int numberEnd() {
        int end = wordEnd(at);
        while (end + 1 < text.length() && text.charAt(end) == '.' && Character.isDigit(text.charAt(end + 1))) {
            end = wordEnd(end + 1);
        }
        return end;
    }

    private int literalEnd(char quote) {
        String triple = String.valueOf(quote).repeat(3);
        if (text.startsWith(triple, at)) {
            int end = text.indexOf(triple, at + 3);
            return end < 0 ? at + 3 : end + 3;
        }
        for (int end = at + 1; end < text.length() && text.charAt(end) != '\n'; end++) {
            if (text.charAt(end) == '\\') {
                end++;
            } else if (text.charAt(end) == quote) {
                return end + 1;
            }
        }
        return at + 1;
    }

    /** Whether a token is a keyword in one of the common languages. */
    public static boolean isKeyword(String token) {
        return Shape.isKeyword(token);
    }

    /** Whether a character is a part of words and numbers; halves of characters beyond 16 bits are. */
    static boolean isWord(char c) {
        return c >= 'a' && c <= 'z'
                || c == '_'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '$'
                || c > 127 && (Character.isLetterOrDigit(c) || Character.isSurrogate(c));
    }
}
