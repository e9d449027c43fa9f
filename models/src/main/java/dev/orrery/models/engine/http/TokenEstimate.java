package dev.orrery.models.engine.http;

/** How many tokens a text has with most vocabularies, rather too many: for servers that do not tell. */
final class TokenEstimate {
    private static final int LETTERS_A_TOKEN = 4;

    private TokenEstimate() {}

    /** A word is a token for each 4 letters begun; digits, signs and foreign letters are each one; so is white space behind a sign. */
    static int of(String text) {
        int tokens = 0;
        int letters = 0;
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isLetter(c)) {
                tokens += letters % LETTERS_A_TOKEN == 0 ? 1 : 0;
                letters++;
            } else {
                letters = 0;
                boolean more = c == ' ' && before == ' ';
                // A single space usually belongs to the word behind it.
                boolean free = c == ' ' && i + 1 < text.length() && isLetter(text.charAt(i + 1));
                tokens += more || free ? 0 : 1;
            }
            before = c;
        }
        return tokens;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
