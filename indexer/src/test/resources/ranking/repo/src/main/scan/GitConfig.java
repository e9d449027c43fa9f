package dev.orrery.indexer.scan;

import java.util.Locale;
import java.util.Optional;

/** Reads single values out of git's configuration syntax; {@code include} directives are not followed. */
final class GitConfig {
    private GitConfig() {}

    /** The last value of {@code key} in the plain section {@code section}, both in lower case. */
    static Optional<String> value(String text, String section, String key) {
        Optional<String> found = Optional.empty();
        boolean inside = false;
        for (String line : text.replace("\\\r\n", "").replace("\\\n", "").split("\r?\n")) {
            String rest = line.strip();
            if (rest.startsWith("[")) {
                int close = rest.indexOf(']');
                inside = close > 0
                        && rest.substring(1, close)
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .equals(section);
                rest = close < 0 ? "" : rest.substring(close + 1).strip();
            }
            int equals = rest.indexOf('=');
            if (inside
                    && equals > 0
                    && rest.substring(0, equals)
                            .strip()
                            .toLowerCase(Locale.ROOT)
                            .equals(key)) {
                found = Optional.of(unquote(rest.substring(equals + 1).strip()));
            }
        }
        return found;
    }

    private static String unquote(String value) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < value.length(); at++) {
            char next = value.charAt(at);
            if (next == '"') {
                quoted = !quoted;
            } else if (next == '\\' && at + 1 < value.length()) {
                char escaped = value.charAt(++at);
                text.append(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped);
            } else if (!quoted && (next == '#' || next == ';')) {
                break;
            } else {
                text.append(next);
            }
        }
        return text.toString().strip();
    }
}
