package dev.orrery.indexer.text.names;

import dev.orrery.indexer.scan.PathGlobs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A query in its parts.
 *
 * @param name what the symbol's own name is compared with
 * @param around pieces that the names around the symbol must hold, in lower case
 * @param kinds wanted kinds in lower case, {@code type} for all types; empty for any
 * @param languages wanted languages; empty for any
 * @param paths chooses files
 */
record NameQuery(NamePattern name, List<String> around, List<String> kinds, List<String> languages, PathGlobs paths) {
    /**
     * Reads {@code kind:method path:src/main lang:java Outer.name}: words before the last, and what stands before the last
     * dot, {@code #} or {@code ::}, is looked for around the symbol.
     */
    static NameQuery parse(String text) {
        List<String> words = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> languages = new ArrayList<>();
        List<String> globs = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.startsWith("kind:")) {
                kinds.add(lower.substring(5));
            } else if (lower.startsWith("lang:")) {
                languages.add(lower.substring(5));
            } else if (lower.startsWith("path:") && lower.length() > 5) {
                globs.add(glob(word.substring(5)));
            } else if (!word.isEmpty()) {
                words.addAll(List.of(word.split("[.#:]+|\\(.*")));
            }
        }
        words.removeIf(String::isEmpty);
        String name = words.isEmpty() ? "" : words.removeLast();
        List<String> around =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        return new NameQuery(new NamePattern(name), around, kinds, languages, PathGlobs.of(globs));
    }

    /** A plain piece of a path stands for all paths that begin with it or have it as a folder. */
    private static String glob(String written) {
        return written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
    }
}
