package dev.orrery.indexer.text.regex;

import dev.orrery.indexer.text.regex.Requirement.Letters;

/**
 * A text that is looked for before an automaton is asked.
 *
 * @param text one {@code char} a byte; in lower case where case does not matter
 * @param letters whether ASCII letters are found in both cases
 */
record Needle(String text, Letters letters) {
    /** Single bytes that stand in so many lines that looking for them saves nothing. */
    private static final String COMMON = " .*/();,=\t\"_";

    /** Letters as often as code has them, the most frequent first. */
    private static final String FREQUENT = "etarniolscdumpghfybwvxkjqz";

    /** What a required text can be looked for by: in both cases only without k and s, which have relatives beyond ASCII. */
    static Needle of(Requirement.Text required) {
        String text = required.text();
        if (required.letters() == Letters.BOTH_CASES) {
            String longest = "";
            for (String part : text.split("[ks]")) {
                longest = part.length() > longest.length() ? part : longest;
            }
            text = longest;
        }
        return new Needle(text, required.letters());
    }

    /** Whether it is rare enough to be worth looking for. */
    boolean isTelling() {
        if (text.length() != 1) {
            return text.length() > 1;
        }
        char first = text.charAt(0);
        return letters == Letters.AS_WRITTEN
                && (first > ' ' && first < 0x7f && !Character.isLetterOrDigit(first) && COMMON.indexOf(first) < 0
                        || "jqxzJKQWXYZ".indexOf(first) >= 0);
    }

    /** Where in the text its rarest byte stands. */
    int pivot() {
        int best = 0;
        for (int at = 1; at < text.length(); at++) {
            if (rarity(text.charAt(at)) > rarity(text.charAt(best))) {
                best = at;
            }
        }
        return best;
    }

    private static int rarity(char value) {
        int rank = FREQUENT.indexOf(value);
        return rank >= 0 ? rank : COMMON.indexOf(value) >= 0 ? -1 : FREQUENT.length();
    }
}
