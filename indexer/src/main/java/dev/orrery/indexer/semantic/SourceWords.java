package dev.orrery.indexer.semantic;

import dev.orrery.api.Language;
import java.util.Set;

/**
 * The words of a piece of source, by a lexical grammar that fits most languages: identifiers, comments, string literals.
 * Malformed source gives some words or others, and never fails.
 */
final class SourceWords {
    private static final Set<String> HASH_COMMENTS = Set.of(
            "python", "ruby", "bash", "shell", "perl", "elixir", "r", "julia", "yaml", "toml", "powershell", "nix");
    /** Words of grammar that say nothing about what code is for. */
    private static final Set<String> SYNTAX = Set.of(
            "abstract",
            "assert",
            "break",
            "case",
            "class",
            "const",
            "continue",
            "def",
            "default",
            "do",
            "else",
            "enum",
            "export",
            "extends",
            "final",
            "finally",
            "fn",
            "fun",
            "func",
            "function",
            "goto",
            "implements",
            "import",
            "impl",
            "interface",
            "let",
            "mut",
            "native",
            "package",
            "pass",
            "permits",
            "private",
            "protected",
            "pub",
            "public",
            "record",
            "sealed",
            "self",
            "static",
            "strictfp",
            "struct",
            "super",
            "this",
            "transient",
            "val",
            "var",
            "volatile",
            "yield");

    private final String text;
    private final boolean hashComments;
    private final Sink sink;

    private SourceWords(Language language, String text, Sink sink) {
        this.text = text;
        this.hashComments = HASH_COMMENTS.contains(language.id());
        this.sink = sink;
    }

    /** Hears of every word in the order of the text. */
    interface Sink {
        void identifier(String word);

        /** A comment, its marks included, from {@code start} to {@code end}. */
        void comment(String text, int start, int end);

        /** The inside of a string literal. */
        void literal(String text, int start, int end);
    }

    static void read(Language language, String text, Sink sink) {
        new SourceWords(language, text, sink).read();
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isUnicodeIdentifierStart(c) || c == '_' || c == '$') {
                at = identifier(at);
            } else if (c == '/' && next(at) == '/') {
                at = comment(at, lineEnd(at));
            } else if (c == '/' && next(at) == '*') {
                at = comment(at, after("*/", at + 2));
            } else if (c == '#' && hashComments) {
                at = comment(at, lineEnd(at));
            } else if (c == '"' || c == '\'' || c == '`') {
                at = quoted(at, c);
            } else {
                at++;
            }
        }
    }

    private char next(int at) {
        return at + 1 < text.length() ? text.charAt(at + 1) : 0;
    }

    private int lineEnd(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private int after(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    private int identifier(int start) {
        int end = start + 1;
        while (end < text.length() && Character.isUnicodeIdentifierPart(text.charAt(end))) {
            end++;
        }
        String word = text.substring(start, end);
        if (!SYNTAX.contains(word)) {
            sink.identifier(word);
        }
        return end;
    }

    private int comment(int start, int end) {
        sink.comment(text, start, end);
        return end;
    }

    private int quoted(int start, char quote) {
        boolean triple = next(start) == quote && start + 2 < text.length() && text.charAt(start + 2) == quote;
        if (triple && quote != '`') {
            int end = after(String.valueOf(quote).repeat(3), start + 3);
            if (hashComments) {
                return comment(start, end);
            }
            sink.literal(text, start + 3, Math.max(start + 3, end - 3));
            return end;
        }
        int end = start + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            if (text.charAt(end) == '\n' && quote != '`') {
                return start + 1;
            }
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            return start + 1;
        }
        sink.literal(text, start + 1, end);
        return end + 1;
    }
}
