package dev.orrery.indexer.scan;

import dev.orrery.base.Glob;
import org.jspecify.annotations.Nullable;

/**
 * One line of an ignore file.
 *
 * @param glob what it matches
 * @param scope whether the name alone or the path from the ignore file's folder is matched
 * @param sign whether a match leaves the entry out or takes it back in
 * @param kind the only kind it matches, or null for both
 */
record IgnorePattern(
        Glob glob, Scope scope, Verdict sign, @Nullable EntryKind kind) {
    /** What part of a path a pattern sees. */
    enum Scope {
        NAME,
        PATH
    }

    /** Whose reading of a line applies where git and ripgrep differ. */
    enum Dialect {
        GIT,
        RIPGREP
    }

    /** Reads one line of bytes without its end; null where it is a comment, blank or can match nothing. */
    static @Nullable IgnorePattern parse(String line, Dialect dialect) {
        if (line.startsWith("#")) {
            return null;
        }
        String pattern = dialect == Dialect.GIT ? trimSpaces(line) : trimBlanks(line);
        Verdict sign = Verdict.IGNORE;
        if (pattern.startsWith("!")) {
            sign = Verdict.KEEP;
            pattern = pattern.substring(1);
        }
        EntryKind kind = null;
        if (pattern.endsWith("/")) {
            kind = EntryKind.FOLDER;
            pattern = pattern.substring(0, pattern.length() - 1);
        }
        Scope scope = pattern.indexOf('/') < 0 ? Scope.NAME : Scope.PATH;
        if (pattern.startsWith("/")) {
            pattern = pattern.substring(1);
        }
        Glob glob = pattern.isEmpty() ? null : Glob.compile(pattern);
        return glob == null ? null : new IgnorePattern(glob, scope, sign, kind);
    }

    /** Drops trailing spaces that no backslash protects, and nothing else, as git does. */
    private static String trimSpaces(String line) {
        int end = 0;
        for (int at = 0; at < line.length(); at++) {
            if (line.charAt(at) == '\\') {
                at++;
                end = Math.min(at + 1, line.length());
            } else if (line.charAt(at) != ' ') {
                end = at + 1;
            }
        }
        return line.substring(0, end);
    }

    private static String trimBlanks(String line) {
        return line.endsWith("\\ ") ? line : line.stripTrailing();
    }

    boolean matches(String path, int base, int name, EntryKind entry) {
        return (kind == null || kind == entry) && glob.matches(path, scope == Scope.NAME ? name : base);
    }
}
