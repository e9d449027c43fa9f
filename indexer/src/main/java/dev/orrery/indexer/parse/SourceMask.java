package dev.orrery.indexer.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Blanks out what a language's grammar cannot read but its programs are full of, such as macros between {@code class} and
 * its name; lengths and lines stay. The content of a language's {@code mask.txt}: one pattern a line, over bytes as Latin-1,
 * whose first group is blanked. Patterns bound their repetitions, so that no text takes long.
 */
final class SourceMask {
    private final List<Pattern> patterns;

    private SourceMask(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    static SourceMask parse(String text) {
        return new SourceMask(text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Pattern::compile)
                .toList());
    }

    /** The bytes with spaces in place of what is blanked; the same array where nothing is. */
    byte[] apply(byte[] utf8) {
        if (patterns.isEmpty()) {
            return utf8;
        }
        String text = new String(utf8, StandardCharsets.ISO_8859_1);
        byte[] masked = utf8;
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                if (masked == utf8) {
                    masked = utf8.clone();
                }
                for (int i = matcher.start(1); i < matcher.end(1); i++) {
                    masked[i] = masked[i] == '\n' || masked[i] == '\r' ? masked[i] : (byte) ' ';
                }
            }
        }
        return masked;
    }
}
