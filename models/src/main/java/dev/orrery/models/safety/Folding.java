package dev.orrery.models.safety;

import java.text.Normalizer;

/**
 * What a character is read as: letters without case, accent, width and style, and what is invisible as nothing. Attackers write
 * words so that people and filters pass over them; a model reads them all the same (Unicode TR 39, confusables).
 */
final class Folding {
    /** What a character that is not shown is read as. */
    static final int NOTHING = 0;

    private static final char[] LATIN = latin();
    private static final String LOOK = "аеорсухіјѕԁһкмтнвгαεορνκτυιχոս";
    private static final String LIKE = "aeopcyxijsdhkmthbraeopvktuixnu";

    private Folding() {}

    /** The letter or digit that a code point is read as, {@link #NOTHING} for what is not shown, itself for the rest. */
    static int fold(int unit) {
        if (unit < LATIN.length) {
            return LATIN[unit];
        }
        if (isInvisible(unit)) {
            return NOTHING;
        }
        if (isTag(unit)) {
            return LATIN[unit - 0xE0000];
        }
        if (unit >= 0xFF01 && unit <= 0xFF5E) {
            return LATIN[unit - 0xFF01 + '!'];
        }
        if (unit >= 0x1D400 && unit <= 0x1D7FF
                || unit >= 0x2100 && unit <= 0x214F
                || unit >= 0x2460 && unit <= 0x24FF) {
            String plain = Normalizer.normalize(Character.toString(unit), Normalizer.Form.NFKC);
            return plain.codePointCount(0, plain.length()) == 1 ? Character.toLowerCase(plain.codePointAt(0)) : unit;
        }
        return unit < 0x10000 ? Character.toLowerCase((char) unit) : unit;
    }

    /** The Latin letter that a Greek or Cyrillic one looks like, or itself. */
    static char lookAlike(char letter) {
        int at = letter < 0x370 ? -1 : LOOK.indexOf(letter);
        return at < 0 ? letter : LIKE.charAt(at);
    }

    /** Marks that lie over a letter, and what has no width. */
    static boolean isInvisible(int unit) {
        return unit == 0xAD
                || unit >= 0x300 && unit <= 0x36F
                || unit == 0x61C
                || unit == 0x180E
                || unit >= 0x200B && unit <= 0x200F
                || unit >= 0x202A && unit <= 0x202E
                || unit >= 0x2060 && unit <= 0x206F
                || unit >= 0xFE00 && unit <= 0xFE0F
                || unit == 0xFEFF
                || unit >= 0xE0100 && unit <= 0xE01EF;
    }

    /** The block of tags: invisible twins of ASCII. */
    static boolean isTag(int unit) {
        return unit >= 0xE0020 && unit <= 0xE007E;
    }

    private static char[] latin() {
        char[] latin = new char[0x250];
        for (char unit = 0; unit < latin.length; unit++) {
            String parts = Normalizer.normalize(String.valueOf(unit), Normalizer.Form.NFD);
            latin[unit] = unit == 0xAD ? NOTHING : Character.toLowerCase(parts.charAt(0));
        }
        return latin;
    }
}
