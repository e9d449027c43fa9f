package dev.orrery.api;

import java.util.List;

/**
 * A search in the text of files.
 *
 * @param pattern what to look for
 * @param syntax how {@code pattern} is read
 * @param caseRule whether case matters
 * @param limit how many hits at most; {@link Integer#MAX_VALUE} for all
 * @param paths gitignore-style globs a file must match, {@code -} or {@code !} in front excludes; empty for all files
 * @param languages ids of languages that a file must be in; empty for all, unknown ones included
 */
public record TextQuery(
        String pattern, Syntax syntax, CaseRule caseRule, int limit, List<String> paths, List<String> languages) {
    public TextQuery {
        paths = List.copyOf(paths);
        languages = List.copyOf(languages);
    }

    /** A search in files of all languages. */
    public TextQuery(String pattern, Syntax syntax, CaseRule caseRule, int limit, List<String> paths) {
        this(pattern, syntax, caseRule, limit, paths, List.of());
    }

    /** The same search for fewer hits. */
    public TextQuery withLimit(int most) {
        return new TextQuery(pattern, syntax, caseRule, most, paths, languages);
    }

    /** How a pattern is read. */
    public enum Syntax {
        LITERAL,
        /** Rust's regular expressions. */
        REGEX
    }

    /** Whether upper and lower case differ. */
    public enum CaseRule {
        SENSITIVE,
        INSENSITIVE,
        /** Insensitive unless the pattern holds an upper-case letter. */
        SMART
    }
}
