package dev.orrery.indexer.text;

import dev.orrery.api.TextHit;
import java.util.Locale;
import java.util.Set;

/**
 * What makes one hit more likely to be meant than another: it stands where something is declared, it is a whole word, its
 * file is named like it, and the file is neither a test nor generated nor far down. Thread-safe.
 */
final class HitRanking {
    private static final Set<String> DECLARING = Set.of(
            "class",
            "interface",
            "enum",
            "record",
            "struct",
            "trait",
            "object",
            "type",
            "typedef",
            "union",
            "module",
            "namespace",
            "package",
            "def",
            "fn",
            "func",
            "fun",
            "function",
            "void",
            "const",
            "let",
            "var",
            "val",
            "static",
            "define",
            "macro",
            "impl");
    private static final Set<String> ASIDE = Set.of(
            "test",
            "tests",
            "testdata",
            "testing",
            "vendor",
            "node_modules",
            "third_party",
            "generated",
            "dist",
            "build",
            "target",
            "docs",
            "examples",
            "fixtures");
    private static final int DECLARATION = 40;
    private static final int WHOLE_WORD = 25;
    private static final int NAMED_ALIKE = 20;
    private static final int BESIDE = 15;

    private final String wanted;

    /** @param pattern what is looked for */
    HitRanking(String pattern) {
        this.wanted = pattern.toLowerCase(Locale.ROOT);
    }

    /** How promising a file is before it was read. */
    double file(String path) {
        double score = 0;
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.indexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        if (!wanted.isEmpty() && name.contains(wanted)) {
            score += stem.equals(wanted) ? 2 * NAMED_ALIKE : NAMED_ALIKE;
        }
        String[] folders = path.split("/");
        for (int i = 0; i < folders.length - 1; i++) {
            if (ASIDE.contains(folders[i].toLowerCase(Locale.ROOT))) {
                score -= BESIDE;
                break;
            }
        }
        boolean test =
                stem.startsWith("test") || stem.endsWith("test") || stem.endsWith("tests") || stem.endsWith("spec");
        boolean made =
                name.contains(".min.") || name.endsWith(".lock") || name.endsWith(".svg") || name.endsWith(".map");
        return score - (test ? BESIDE : 0) - (made ? 2 * BESIDE : 0) - folders.length;
    }

    /** How good a hit is within its file. */
    double hit(TextHit hit) {
        String text = hit.text();
        boolean word = !isWordAt(text, hit.start() - 1) && !isWordAt(text, hit.end());
        boolean looksForWord = hit.end() > hit.start() && isWordAt(text, hit.start());
        double score = word && looksForWord ? WHOLE_WORD : 0;
        if (DECLARING.contains(wordBefore(text, hit.start()))) {
            score += DECLARATION;
        }
        return score - Math.min(20, text.length() / 100);
    }

    private static boolean isWordAt(String text, int at) {
        return at >= 0 && at < text.length() && Character.isJavaIdentifierPart(text.charAt(at));
    }

    private static String wordBefore(String text, int at) {
        int end = at;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (isWordAt(text, start - 1)) {
            start--;
        }
        return end == at ? "" : text.substring(start, end);
    }
}
