package dev.orrery.models.safety;

/** A set of ASCII characters that a token is made of. */
enum Alphabet {
    UPPER_DIGITS("A-Z0-9"),
    HEX("a-f0-9"),
    ALPHANUMERIC("A-Za-z0-9"),
    WORD("A-Za-z0-9_"),
    URL("A-Za-z0-9_-"),
    DOTTED("A-Za-z0-9_.~-"),
    BASE64("A-Za-z0-9+/=_-"),
    ESCAPED("A-Za-z0-9+/=_%.-");

    private final boolean[] members = new boolean[128];

    Alphabet(String ranges) {
        for (int at = 0; at < ranges.length(); at++) {
            boolean range = at + 2 < ranges.length() && ranges.charAt(at + 1) == '-';
            char last = range ? ranges.charAt(at + 2) : ranges.charAt(at);
            for (char member = ranges.charAt(at); member <= last; member++) {
                members[member] = true;
            }
            at += range ? 2 : 0;
        }
    }

    boolean has(char value) {
        return value < 128 && members[value];
    }

    /** Offset behind the last of the members that follow {@code from}. */
    int end(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && has(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
