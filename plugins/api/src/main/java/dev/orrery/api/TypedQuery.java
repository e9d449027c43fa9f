package dev.orrery.api;

import dev.orrery.api.TextQuery.CaseRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody typed into a search box, with the filters taken apart from what is looked for. Filters are words at the
 * beginning or at the end: {@code path:src}, {@code -path:test}, {@code lang:java}, {@code kind:method}, {@code case:yes}.
 * In between, and with another name, a word with a colon is text.
 *
 * @param text what is looked for, without filters
 * @param paths globs as in {@link TextQuery}; a piece of a path without wildcards stands for all paths that hold it
 * @param languages ids of languages; empty for all
 * @param kinds kinds of symbols in lower case, {@code type} for all types; empty for all
 * @param caseRule whether case matters
 */
public record TypedQuery(
        String text, List<String> paths, List<String> languages, List<String> kinds, CaseRule caseRule) {
    private static final Map<String, String> SHORT_NAMES = Map.of(
            "js",
            "javascript",
            "ts",
            "typescript",
            "py",
            "python",
            "c++",
            "cpp",
            "c#",
            "csharp",
            "cs",
            "csharp",
            "rs",
            "rust",
            "kt",
            "kotlin",
            "golang",
            "go",
            "rb",
            "ruby");

    public TypedQuery {
        paths = List.copyOf(paths);
        languages = List.copyOf(languages);
        kinds = List.copyOf(kinds);
    }

    /** Takes what was typed apart. */
    public static TypedQuery parse(String typed) {
        Filters filters = new Filters();
        String rest = typed.strip();
        for (boolean found = true; found && !rest.isEmpty(); ) {
            int end = endOfWord(rest);
            found = filters.take(rest.substring(0, end));
            rest = found ? rest.substring(end).strip() : rest;
        }
        for (boolean found = true; found && !rest.isEmpty(); ) {
            int start = startOfLastWord(rest);
            found = filters.take(rest.substring(start));
            rest = found ? rest.substring(0, start).strip() : rest;
        }
        return new TypedQuery(
                filters.any ? rest : typed, filters.paths, filters.languages, filters.kinds, filters.caseRule);
    }

    private static int endOfWord(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int startOfLastWord(String text) {
        int start = text.length();
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Whether anything but the text was given. */
    public boolean isFiltered() {
        return !paths.isEmpty() || !languages.isEmpty() || !kinds.isEmpty() || caseRule != CaseRule.SMART;
    }

    /** The id of a language that was named by it or by a usual short name. */
    public static String languageId(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SHORT_NAMES.getOrDefault(lower, lower);
    }

    /** The query as it could have been typed. */
    public String typed() {
        StringBuilder words = new StringBuilder();
        for (String path : paths) {
            boolean out = path.startsWith("-") || path.startsWith("!");
            words.append(out ? "-path:" : "path:")
                    .append(out ? path.substring(1) : path)
                    .append(' ');
        }
        languages.forEach(language -> words.append("lang:").append(language).append(' '));
        kinds.forEach(kind -> words.append("kind:").append(kind).append(' '));
        switch (caseRule) {
            case SENSITIVE -> words.append("case:yes ");
            case INSENSITIVE -> words.append("case:no ");
            case SMART -> {}
        }
        return words.append(text).toString();
    }

    /** The glob for a path or a piece of one; {@code -} or {@code !} in front stays there. A blank matches any one character. */
    public static String glob(String written) {
        if (written.startsWith("-") || written.startsWith("!")) {
            return "-" + glob(written.substring(1));
        }
        boolean wild = written.contains("*") || written.contains("?") || written.contains("[");
        String plain = written.replaceAll("^/+|/+$", "");
        String glob =
                wild || plain.isEmpty() ? written : plain.contains("/") ? "**/*" + plain + "*" : "*" + plain + "*";
        return glob.replaceAll("\\s", "?");
    }

    /** The filters found so far. */
    private static final class Filters {
        private final List<String> paths = new ArrayList<>();
        private final List<String> languages = new ArrayList<>();
        private final List<String> kinds = new ArrayList<>();
        private CaseRule caseRule = CaseRule.SMART;
        private boolean any;

        /** Whether {@code word} is a filter. */
        boolean take(String word) {
            int colon = word.indexOf(':');
            if (colon <= 0 || colon == word.length() - 1) {
                return false;
            }
            String value = word.substring(colon + 1);
            boolean known =
                    switch (word.substring(0, colon).toLowerCase(Locale.ROOT)) {
                        case "path" -> paths.add(glob(value));
                        case "-path" -> paths.add("-" + glob(value));
                        case "lang" -> languages.add(languageId(value));
                        case "kind" -> kinds.add(value.toLowerCase(Locale.ROOT));
                        case "case" -> isCase(value.toLowerCase(Locale.ROOT));
                        default -> false;
                    };
            any |= known;
            return known;
        }

        private boolean isCase(String value) {
            switch (value) {
                case "yes", "sensitive" -> caseRule = CaseRule.SENSITIVE;
                case "no", "insensitive" -> caseRule = CaseRule.INSENSITIVE;
                case "smart" -> caseRule = CaseRule.SMART;
                default -> {
                    return false;
                }
            }
            return true;
        }
    }
}
