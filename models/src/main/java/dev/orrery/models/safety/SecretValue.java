package dev.orrery.models.safety;

import java.util.Locale;
import java.util.Set;

/** Whether what a password or a token is set to is one, and not a variable, an example or the name of something. */
final class SecretValue {
    private static final int LONGEST = 4096;

    /** What examples write in a secret's place, and what programs do. */
    private static final Set<String> STANDING_IN = Set.of(
            "password",
            "passwd",
            "passphrase",
            "pass",
            "pwd",
            "secret",
            "token",
            "user",
            "username",
            "string",
            "null",
            "none",
            "true",
            "false",
            "undefined",
            "required",
            "optional",
            "hidden",
            "text",
            "empty",
            "example",
            "default",
            "redacted",
            "value",
            "nil",
            "your_password",
            "yourpassword",
            "object",
            "boolean",
            "number",
            "bearer",
            "basic",
            "unknown",
            "invalid",
            "prompt");

    private static final String[] NAMING = {
        "passw", "pwd", "secret", "token", "credential", "apikey", "api_key", "api-key", "your", "example"
    };

    private SecretValue() {}

    /** A value that is called a password: short ones count, and words of letters alone. */
    static boolean mayBePassword(String value) {
        if (value.length() < 4 || value.length() > LONGEST || standsIn(value) || isCode(value)) {
            return false;
        }
        boolean digits = Randomness.digits(value, 0, value.length()) > 0;
        if (value.startsWith("/") || value.startsWith(" ") || value.endsWith(" ") || names(value) && !digits) {
            return false;
        }
        return kinds(value) >= 3 || value.length() >= 5 && !names(value) && !isDotted(value);
    }

    /** A value that is called a secret, a token or a key: it has to be long, and not a word. */
    static boolean mayBeToken(String value) {
        return value.length() >= 12
                && value.length() <= LONGEST
                && value.indexOf(' ') < 0
                && value.chars().allMatch(unit -> unit > ' ' && unit < 127)
                && !standsIn(value)
                && !isCode(value)
                && !value.contains("://")
                && (!value.startsWith("/") || Randomness.random(value, 0, value.length()))
                && !value.startsWith("urn:")
                && Randomness.varied(value, 0, value.length())
                && (Randomness.digits(value, 0, value.length()) >= 2 || Randomness.random(value, 0, value.length()))
                && (!names(value) || kinds(value) >= 4);
    }

    private static boolean standsIn(String value) {
        return value.length() <= 16 && STANDING_IN.contains(value.toLowerCase(Locale.ROOT))
                || "$%{<[*#@&".indexOf(value.charAt(0)) >= 0
                        && (value.length() < 3
                                || "{(<[*%s:=".indexOf(value.charAt(1)) >= 0
                                || Alphabet.WORD.end(value, 1) == value.length() && value.charAt(0) != '#')
                || value.contains("${")
                || value.contains("{{")
                || value.contains("<redacted:")
                || value.contains("...")
                || repeats(value);
    }

    /** Nothing but one character or two. */
    private static boolean repeats(String value) {
        char second = value.charAt(0);
        for (int at = 1; at < value.length(); at++) {
            char unit = value.charAt(at);
            if (unit != value.charAt(0) && unit != second) {
                if (second != value.charAt(0)) {
                    return false;
                }
                second = unit;
            }
        }
        return true;
    }

    /** A call, an index or an assignment, not a value. */
    private static boolean isCode(String value) {
        int call = value.indexOf('(');
        return call > 0 && Alphabet.DOTTED.end(value, 0) == call && value.endsWith(")")
                || value.startsWith("process.env")
                || value.startsWith("os.environ")
                || value.startsWith("System.");
    }

    private static boolean names(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        for (String name : NAMING) {
            if (lower.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** The name of a property or of a file, or words of a sentence. */
    private static boolean isDotted(String value) {
        boolean separated = false;
        for (int at = 0; at < value.length(); at++) {
            char unit = value.charAt(at);
            separated |= ".-_/: ".indexOf(unit) >= 0;
            if (unit >= '0' && unit <= '9') {
                return false;
            }
        }
        return separated;
    }

    private static int kinds(String value) {
        int kinds = 0;
        for (int at = 0; at < value.length(); at++) {
            char unit = value.charAt(at);
            kinds |= unit >= '0' && unit <= '9'
                    ? 1
                    : unit >= 'a' && unit <= 'z' ? 2 : unit >= 'A' && unit <= 'Z' ? 4 : unit > ' ' ? 8 : 0;
        }
        return Integer.bitCount(kinds);
    }
}
