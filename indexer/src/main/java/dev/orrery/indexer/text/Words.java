package dev.orrery.indexer.text;

import java.nio.charset.StandardCharsets;

/** What counts as a word in the index, and the marks of files whose words cannot all be listed. */
final class Words {
    /** Shorter words are not in the index: nearly every file has them. */
    static final int SHORTEST = 2;

    /** Longer words are not in the index: their files are marked instead. */
    static final int LONGEST = 64;

    /** Mark of a file that has words which are too long. */
    static final byte[] LONG_MARK = "\1long".getBytes(StandardCharsets.ISO_8859_1);

    /** Mark of a file that holds U+212A or U+017F, which case folding takes for k and s. */
    static final byte[] FOLD_MARK = "\1fold".getBytes(StandardCharsets.ISO_8859_1);

    private static final boolean[] PART = new boolean[256];

    static {
        for (int value = 0; value < 256; value++) {
            PART[value] = value >= 0x80 || value == '_' || Character.isLetterOrDigit(value);
        }
    }

    private Words() {}

    /** Whether words are made of this byte. */
    static boolean isPart(int value) {
        return PART[value & 0xff];
    }
}
