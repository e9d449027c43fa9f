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
 */
public record TextQuery(String pattern, Syntax syntax, CaseRule caseRule, int limit, List<String> paths) {
    public TextQuery {
        paths = List.copyOf(paths);
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
