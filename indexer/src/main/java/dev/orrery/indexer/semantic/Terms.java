package dev.orrery.indexer.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Numbers for the stems of subtokens: {@code parseHttpURLs2} is {@code pars http url 2}. Numbers are given in the order of
 * first sight and never taken back. Bounded: once full, unknown stems have no number. Safe from any thread.
 */
final class Terms {
    private static final int MOST_TERMS = 1 << 20;
    private static final int MOST_REMEMBERED = 1 << 17;
    private static final int LONGEST_WORD = 128;
    private static final int LONGEST_STEM = 32;
    private static final Set<String> STOP_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not",
            "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was",
            "will", "with");

    private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, int[]> remembered = new ConcurrentHashMap<>();
    private final ThreadLocal<EnglishStemmer> stemmers = ThreadLocal.withInitial(EnglishStemmer::new);
    private final List<String> stems = new ArrayList<>();

    int size() {
        synchronized (stems) {
            return stems.size();
        }
    }

    String stem(int number) {
        synchronized (stems) {
            return stems.get(number);
        }
    }

    /** The number of a stem; -1 where it is new and there is no room. */
    int number(String stem) {
        Integer known = numbers.get(stem);
        if (known != null) {
            return known;
        }
        synchronized (stems) {
            known = numbers.get(stem);
            if (known != null) {
                return known;
            }
            if (stems.size() >= MOST_TERMS) {
                return -1;
            }
            stems.add(stem);
            numbers.put(stem, stems.size() - 1);
            return stems.size() - 1;
        }
    }

    /** The terms of an identifier or a word, in its order. The array is shared: read only. */
    int[] of(String word) {
        int[] known = remembered.get(word);
        if (known != null) {
            return known;
        }
        int[] split = split(word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word);
        if (remembered.size() < MOST_REMEMBERED && word.length() <= LONGEST_WORD) {
            remembered.put(word, split);
        }
        return split;
    }

    private int[] split(String word) {
        int[] terms = new int[word.length()];
        int count = 0;
        int start = 0;
        for (int end = 1; end <= word.length(); end++) {
            if (end == word.length() || isBoundary(word, end)) {
                int term = Character.isLetterOrDigit(word.charAt(start)) ? number(stemOf(word, start, end)) : -1;
                if (term >= 0) {
                    terms[count++] = term;
                }
                start = end;
            }
        }
        return java.util.Arrays.copyOf(terms, count);
    }

    /** Whether a new subtoken begins at {@code at}: {@code a|B}, {@code AB|Cd}, {@code a|1}, {@code a|_}. */
    private static boolean isBoundary(String word, int at) {
        char before = word.charAt(at - 1);
        char here = word.charAt(at);
        if (Character.isDigit(before) != Character.isDigit(here)
                || Character.isLetter(before) != Character.isLetter(here)) {
            return true;
        }
        if (Character.isUpperCase(here)) {
            return !Character.isUpperCase(before) || beginsWord(word, at);
        }
        return false;
    }

    /** Whether the capital at {@code at} begins a word behind capitals; the {@code s} of {@code IDs} makes no word of the D. */
    private static boolean beginsWord(String word, int at) {
        boolean lower = at + 1 < word.length() && Character.isLowerCase(word.charAt(at + 1));
        boolean plural = lower
                && word.charAt(at + 1) == 's'
                && (at + 2 == word.length() || !Character.isLowerCase(word.charAt(at + 2)));
        return lower && !plural;
    }

    private String stemOf(String word, int start, int end) {
        String lower =
                word.substring(start, Math.min(end, start + LONGEST_STEM)).toLowerCase(Locale.ROOT);
        EnglishStemmer stemmer = stemmers.get();
        stemmer.setCurrent(lower);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /** Whether a word of prose says nothing by itself. */
    static boolean isStopWord(String word) {
        return STOP_WORDS.contains(word.toLowerCase(Locale.ROOT));
    }
}
