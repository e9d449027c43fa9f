package dev.orrery.models.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds values that are named a password, a token or a key: {@code password = "…"}, {@code "apiKey": "…"}, {@code setPassword("…")},
 * {@code put("token", "…")}, {@code <password>…</password>}, {@code ?password=…&}, {@code --password …}, lines of settings and of
 * {@code .netrc}. In code only what stands in quotes is a value. Looks back from each sign that separates a name from a
 * value, over a bounded distance, so the time is linear.
 */
final class Assignments {
    private static final int NAME = 64;
    private static final int VALUE = 512;
    private static final List<String> SETTINGS = List.of(
            ".env",
            ".properties",
            ".ini",
            ".cfg",
            ".conf",
            ".config",
            ".yml",
            ".yaml",
            ".toml",
            ".netrc",
            ".npmrc",
            ".pypirc",
            ".envrc",
            ".tfvars",
            ".pgpass",
            ".txt",
            ".sh",
            ".bash",
            ".zsh",
            "credentials",
            "dockerfile",
            "_netrc");

    private final String text;
    private final boolean settings;
    private final List<Secret> found = new ArrayList<>();

    private Assignments(String text, String path) {
        this.text = text;
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
                .toLowerCase(Locale.ROOT);
        this.settings =
                path.isEmpty() || name.startsWith(".env") || SETTINGS.stream().anyMatch(name::endsWith);
    }

    static List<Secret> find(String text, String path) {
        Assignments search = new Assignments(text, path);
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '=', ':', '(', ',', '>' -> search.separated(at);
                case ' ', '\t' -> search.spaced(at);
                default -> {}
            }
        }
        return search.found;
    }

    private void separated(int sign) {
        char separator = text.charAt(sign);
        int nameEnd = sign;
        while (nameEnd > 0 && sign - nameEnd < NAME && " \t:=".indexOf(text.charAt(nameEnd - 1)) >= 0) {
            nameEnd--;
        }
        SecretName name = nameBefore(nameEnd, separator);
        if (name == SecretName.PLAIN) {
            return;
        }
        int from = sign + 1;
        while (from < text.length()
                && from - sign < NAME
                && " \t=:>".indexOf(text.charAt(from)) >= 0
                && separator != '>') {
            from++;
        }
        int quote = from;
        while (quote < text.length() && quote - from < 3 && Character.isLetter(text.charAt(quote))) {
            quote++;
        }
        quote = quote < text.length() && isQuote(text.charAt(quote)) ? quote : from;
        if (quote < text.length() && text.charAt(quote) == '\\' && quote + 1 < text.length()) {
            quote++;
        }
        if (quote < text.length() && isQuote(text.charAt(quote))) {
            quoted(quote, name);
        } else if (separator == '>') {
            until(from, "<\r\n", name);
        } else if (separator == '=' && from == sign + 1 && withinText(nameEnd)) {
            until(from, "&;\"'` \t\r\n<>\\)", name);
        } else if (settings && (separator == '=' || separator == ':')) {
            until(from, " \t\r\n,;\"'", name);
        }
    }

    /** Names of options, and the words of {@code .netrc}, are parted from their values by a space. */
    private void spaced(int space) {
        int start = nameStart(space);
        String word = text.substring(start, space);
        boolean option = text.startsWith("--", start) && SecretName.of(word) != SecretName.PLAIN;
        boolean netrc = word.equals("password") && saysLogin(start);
        if (!option && !netrc) {
            return;
        }
        int from = space;
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        if (from < text.length() && text.charAt(from) != '-') {
            until(from, " \t\r\n\"'`,", netrc ? SecretName.PASSWORD : SecretName.of(word));
        }
    }

    private boolean saysLogin(int before) {
        String line = text.substring(Math.max(0, before - 300), before);
        return line.contains("login ") && (line.contains("machine ") || line.contains("default "));
    }

    /** The name that ends here, in quotes or not; of {@code name: Type =} the first. */
    private SecretName nameBefore(int end, char separator) {
        int at = end;
        boolean quotedName = at > 0 && isQuote(text.charAt(at - 1));
        if (separator == ',' && !quotedName || at == 0) {
            return SecretName.PLAIN;
        }
        while (at > 0
                && end - at < 3
                && (isQuote(text.charAt(at - 1)) || text.charAt(at - 1) == ']' || text.charAt(at - 1) == '\\')) {
            at--;
        }
        int start = nameStart(at);
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        if (separator == '>' && before != '<' && before != ':' || separator == ':' && before == '$') {
            return SecretName.PLAIN;
        }
        SecretName name = SecretName.of(text.substring(start, at));
        if (name != SecretName.PLAIN || separator != '=' || quotedName) {
            return name;
        }
        int colon = start;
        while (colon > 0 && start - colon < 4 && (text.charAt(colon - 1) == ' ' || text.charAt(colon - 1) == '&')) {
            colon--;
        }
        if (colon == 0 || text.charAt(colon - 1) != ':') {
            return SecretName.PLAIN;
        }
        int typed = colon - 1;
        while (typed > 0 && (text.charAt(typed - 1) == ' ' || text.charAt(typed - 1) == '?')) {
            typed--;
        }
        return SecretName.of(text.substring(nameStart(typed), typed));
    }

    private int nameStart(int end) {
        int start = end;
        while (start > 0 && end - start < NAME && Alphabet.DOTTED.has(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Whether the name stands in a URL, a connection string or an option, so that the value needs no quotes. */
    private boolean withinText(int nameEnd) {
        int start = nameStart(nameEnd);
        return text.startsWith("--", start)
                || start > 0 && "?&;\"'".indexOf(text.charAt(start - 1)) >= 0
                || text.startsWith("-D", start);
    }

    private void quoted(int open, SecretName name) {
        char quote = text.charAt(open);
        boolean triple = text.startsWith(String.valueOf(quote).repeat(3), open);
        int from = open + (triple ? 3 : 1);
        int end = from;
        while (end < text.length()
                && end - from < VALUE
                && text.charAt(end) != quote
                && (triple || text.charAt(end) != '\n')) {
            end += text.charAt(end) == '\\' && end + 1 < text.length() && text.charAt(end + 1) != quote ? 2 : 1;
        }
        end = Math.min(end, text.length());
        if (end > from && text.charAt(end - 1) == '\\') {
            end--;
        }
        add(from, end, name);
    }

    private void until(int from, String ends, SecretName name) {
        int end = from;
        while (end < text.length() && end - from < VALUE && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        add(from, end, name);
    }

    private void add(int from, int end, SecretName name) {
        String value = text.substring(from, end);
        if (!value.isEmpty() && name == SecretName.PASSWORD && SecretValue.mayBePassword(value)) {
            found.add(new Secret(SecretType.PASSWORD, from, end));
        } else if (!value.isEmpty() && name == SecretName.TOKEN && SecretValue.mayBeToken(value)) {
            found.add(new Secret(SecretType.NAMED, from, end));
        }
    }

    private static boolean isQuote(char value) {
        return value == '"' || value == '\'' || value == '`';
    }
}
