package dev.orrery.indexer.text.names;

import dev.orrery.api.TextQuery.CaseRule;
import java.util.Locale;

/**
 * What somebody typed, to be compared with names. The better kind of match always wins: the whole name, its beginning, its
 * camel humps, a piece of it, a misspelling, a misspelt beginning. Immutable.
 */
final class NamePattern {
    /** The name does not match. */
    static final int NONE = -1;

    private static final int EXACT = 1000;
    private static final int PREFIX = 800;
    /** Two capitals or more that begin the parts of the name, as in {@code IW}. */
    private static final int CAPITALS = 780;

    private static final int HUMPS = 600;
    private static final int PIECE_AT_HUMP = 450;
    private static final int PIECE = 400;
    private static final int TYPO = 300;
    private static final int SECOND_TYPO = 200;
    /** The name's beginning, misspelt. */
    private static final int TYPO_IN_PREFIX = 140;

    private static final int SECOND_TYPO_IN_PREFIX = 80;
    /** Humps typed in lower case: {@code comit} is rather a misspelling than {@code competitiveIterator}. */
    private static final int LOOSE_HUMPS = 250;

    /** The most that anything but the kind of match can add to a score. */
    static final int STEP = 50;

    private final String text;
    private final String lower;
    private final long letters;
    private final int typos;
    private final int otherCase;
    private final boolean capitals;
    private final boolean caseMatters;

    NamePattern(String text, CaseRule caseRule) {
        this.text = text;
        this.caseMatters = caseRule == CaseRule.SENSITIVE;
        this.lower = text.toLowerCase(Locale.ROOT);
        this.letters = letters(text);
        this.otherCase = text.equals(lower) ? 2 : STEP;
        this.capitals = text.length() > 1 && text.chars().allMatch(Character::isUpperCase);
        this.typos = text.length() < 4 ? 0 : text.length() < 7 ? 1 : 2;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    int length() {
        return text.length();
    }

    /** The letters and digits of a name as bits, so that most names are told from a pattern without looking at them. */
    static long letters(String name) {
        long bits = 0;
        for (int i = 0; i < name.length(); i++) {
            char letter = Character.toLowerCase(name.charAt(i));
            bits |= 1L << (letter >= 'a' && letter <= 'z' ? letter - 'a' : 26 + letter % 38);
        }
        return bits;
    }

    /** How well {@code name} matches; greater is better, {@link #NONE} is not at all. */
    int score(String name, long nameLetters) {
        return score(name, nameLetters, Double.NEGATIVE_INFINITY);
    }

    /** As {@link #score(String, long)}; lower scores than {@code floor} need not be told from {@link #NONE}. */
    int score(String name, long nameLetters, double floor) {
        int missing = Long.bitCount(letters & ~nameLetters);
        int plain = missing == 0 ? plainScore(name) : NONE;
        if (caseMatters) {
            return name.contains(text) ? plain : NONE;
        }
        if (plain > TYPO || floor > TYPO || missing > typos || name.length() < text.length() - typos) {
            return plain;
        }
        boolean whole = name.length() <= text.length() + typos;
        String lowerName = name.toLowerCase(Locale.ROOT);
        int distance = whole ? EditDistance.between(lower, lowerName, typos) : typos + 1;
        if (distance <= typos) {
            return Math.max(plain, distance <= 1 ? TYPO : SECOND_TYPO);
        }
        distance = EditDistance.toPrefix(lower, lowerName, typos);
        return distance > typos ? plain : Math.max(plain, distance <= 1 ? TYPO_IN_PREFIX : SECOND_TYPO_IN_PREFIX);
    }

    private int plainScore(String name) {
        boolean initials = Humps.areInitials(text, name);
        if (initials && capitals) {
            return CAPITALS;
        }
        if (name.regionMatches(true, 0, text, 0, text.length())) {
            int kind = name.length() == text.length() ? EXACT : PREFIX;
            return name.startsWith(text) ? kind : kind - otherCase;
        }
        if (initials || otherCase == STEP && Humps.match(text, name)) {
            return HUMPS;
        }
        int best = Humps.match(text, name) ? LOOSE_HUMPS : NONE;
        String lowerName = name.toLowerCase(Locale.ROOT);
        for (int at = lowerName.indexOf(lower); at >= 0; at = lowerName.indexOf(lower, at + 1)) {
            best = Math.max(best, Humps.startsAt(name, at) ? PIECE_AT_HUMP : PIECE);
        }
        return best;
    }
}
