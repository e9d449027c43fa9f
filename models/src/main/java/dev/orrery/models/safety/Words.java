package dev.orrery.models.safety;

import java.util.Arrays;

/**
 * The words of a text, folded, and where they stand. Names are parted at their humps, digits within a word are read as the letters
 * that they look like, letters that are spaced out are one word again, and each character of Chinese and Japanese is a word. Reads the text once.
 */
final class Words {
    /** What follows of a longer word is left out. */
    private static final int LONGEST = 32;

    /** So many single letters in a row are one word that was spaced out. */
    private static final int SPACED = 4;

    private static final String LEET = "oizeasgtbg";

    int count;
    int[] starts = new int[64];
    int[] ends = new int[64];
    /** Where each word's letters end in {@link #letters}. */
    int[] letterEnds = new int[64];

    char[] letters = new char[512];
    private int length;
    private int wordStart;
    private int lastEnd;
    private boolean inWord;
    private boolean afterLower;

    Words(String text) {
        int at = 0;
        while (at < text.length()) {
            int unit = text.charAt(at);
            int next = at + 1;
            if (Character.isHighSurrogate((char) unit)) {
                unit = text.codePointAt(at);
                next = at + Character.charCount(unit);
            }
            take(unit, Folding.fold(unit), at, next);
            at = next;
        }
        endWord();
        joinSpaced();
    }

    private void take(int unit, int folded, int at, int next) {
        if (folded == Folding.NOTHING && unit != 0) {
            return;
        }
        boolean latin = folded >= 'a' && folded <= 'z';
        boolean digit = folded >= '0' && folded <= '9';
        if (!latin && !digit && (folded < 0x80 || !Character.isLetter(folded))) {
            endWord();
            return;
        }
        boolean alone = folded >= 0x3040 && isIdeograph(folded);
        if (alone || afterLower && unit < 0x80 && unit >= 'A' && unit <= 'Z') {
            endWord();
        }
        if (!inWord) {
            inWord = true;
            wordStart = at;
        }
        afterLower = unit >= 'a' && unit <= 'z';
        lastEnd = next;
        if (length - wordLetters() < LONGEST) {
            if (length + 2 > letters.length) {
                letters = Arrays.copyOf(letters, letters.length * 2);
            }
            letters[length++] = folded < 0x10000 ? (char) folded : (char) (0xE000 + (folded & 0xFFF));
        }
        if (alone) {
            endWord();
        }
    }

    private int wordLetters() {
        return count == 0 ? 0 : letterEnds[count - 1];
    }

    private void endWord() {
        afterLower = false;
        if (!inWord) {
            return;
        }
        inWord = false;
        int from = wordLetters();
        while (length > from && letters[length - 1] >= '0' && letters[length - 1] <= '9') {
            length--;
        }
        if (length == from || length - from > 1 && letters[from] == '0' && letters[from + 1] == 'x') {
            length = from;
            return;
        }
        plain(from);
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            letterEnds = Arrays.copyOf(letterEnds, count * 2);
        }
        starts[count] = wordStart;
        ends[count] = lastEnd;
        letterEnds[count++] = length;
    }

    /** Digits in a word stand for letters; so do Greek and Cyrillic letters in a Latin one. */
    private void plain(int from) {
        boolean latin = false;
        boolean other = false;
        for (int at = from; at < length; at++) {
            char letter = letters[at];
            latin |= letter >= 'a' && letter <= 'z';
            other |= letter < 'a' || letter > 'z';
        }
        for (int at = from; latin && other && at < length; at++) {
            char letter = letters[at];
            letters[at] = letter >= '0' && letter <= '9' ? LEET.charAt(letter - '0') : Folding.lookAlike(letter);
        }
    }

    private static boolean isIdeograph(int unit) {
        return unit <= 0x30FF || unit >= 0x3400 && unit <= 0x9FFF || unit >= 0x20000 && unit <= 0x3FFFF;
    }

    private void joinSpaced() {
        int kept = 0;
        int letter = 0;
        int at = 0;
        int run = 0;
        while (at < count) {
            while (run < count && isSingle(run) && (run <= at || starts[run] == ends[run - 1] + 1)) {
                run++;
            }
            int last = run - at >= SPACED ? Math.min(run, at + LONGEST) : at + 1;
            run = Math.max(run, last);
            for (int from = at == 0 ? 0 : letterEnds[at - 1]; from < letterEnds[last - 1]; from++) {
                letters[letter++] = letters[from];
            }
            starts[kept] = starts[at];
            ends[kept] = ends[last - 1];
            letterEnds[kept++] = letter;
            at = last;
        }
        count = kept;
    }

    private boolean isSingle(int word) {
        return letterEnds[word] - (word == 0 ? 0 : letterEnds[word - 1]) == 1 && letters[letterEnds[word] - 1] < 0x80;
    }
}
