package dev.orrery.indexer.text.regex;

import dev.orrery.api.OrreryException;
import dev.orrery.indexer.text.regex.LazyDfa.Preference;
import dev.orrery.indexer.text.regex.NfaCompiler.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A part of a pattern that can only match within one word, a word being a run of ASCII letters, digits, underscores and
 * bytes beyond ASCII. Assertions are taken as met. Immutable.
 */
public final class WordPattern {
    private final Nfa nfa;
    private final ByteClasses classes;
    private final List<Needle> needles;

    private WordPattern(Hir hir) throws OrreryException {
        this.nfa = NfaCompiler.compile(hir, Direction.FORWARDS);
        this.classes = ByteClasses.of(nfa);
        this.needles = Requirement.texts(hir).needles();
    }

    /**
     * The pattern that items in a row make, or null where it says nothing of words with at least {@code shortest} bytes.
     *
     * @throws OrreryException where it is too large
     */
    static @Nullable WordPattern of(List<Hir> items, int shortest) throws OrreryException {
        Hir hir = new Hir.Concat(items.stream().map(WordPattern::withoutLooks).toList());
        return leastBytes(hir) >= shortest ? new WordPattern(hir) : null;
    }

    /** Whether all that {@code hir} matches is part of one word. */
    static boolean isWithinWord(Hir hir) {
        return switch (hir) {
            case Hir.Chars chars -> isOfWords(chars.set());
            case Hir.OneByte oneByte -> isOfWords(oneByte.set());
            case Hir.Look look -> true;
            case Hir.Repeat repeat -> isWithinWord(repeat.inner());
            case Hir.Concat concat -> concat.items().stream().allMatch(WordPattern::isWithinWord);
            case Hir.Alternate alternate -> alternate.branches().stream().allMatch(WordPattern::isWithinWord);
        };
    }

    private static boolean isOfWords(CodePoints set) {
        for (int range = 0; range < set.rangeCount() && set.first(range) < 0x80; range++) {
            int first = set.first(range);
            int last = set.last(range);
            boolean within = first >= '0' && last <= '9'
                    || first >= 'A' && last <= 'Z'
                    || first >= 'a' && last <= 'z'
                    || first == '_' && last == '_';
            if (!within) {
                return false;
            }
        }
        return true;
    }

    private static Hir withoutLooks(Hir hir) {
        return switch (hir) {
            case Hir.Chars chars -> chars;
            case Hir.OneByte oneByte -> oneByte;
            case Hir.Look look -> Hir.EMPTY;
            case Hir.Repeat repeat ->
                new Hir.Repeat(withoutLooks(repeat.inner()), repeat.least(), repeat.most(), repeat.greed());
            case Hir.Concat concat -> {
                List<Hir> items = new ArrayList<>();
                concat.items().forEach(item -> items.add(withoutLooks(item)));
                yield new Hir.Concat(items);
            }
            case Hir.Alternate alternate -> {
                List<Hir> branches = new ArrayList<>();
                alternate.branches().forEach(branch -> branches.add(withoutLooks(branch)));
                yield new Hir.Alternate(branches);
            }
        };
    }

    private static long leastBytes(Hir hir) {
        return switch (hir) {
            case Hir.Chars chars -> {
                int first = chars.set().isEmpty() ? 0 : chars.set().first(0);
                yield first < 0x80 ? 1 : first < 0x800 ? 2 : 3;
            }
            case Hir.OneByte oneByte -> 1;
            case Hir.Look look -> 0;
            case Hir.Repeat repeat -> Math.min(1000, repeat.least() * leastBytes(repeat.inner()));
            case Hir.Concat concat ->
                concat.items().stream().mapToLong(WordPattern::leastBytes).sum();
            case Hir.Alternate alternate ->
                alternate.branches().stream()
                        .mapToLong(WordPattern::leastBytes)
                        .min()
                        .orElse(0);
        };
    }

    /**
     * Finds the words that hold a match.
     *
     * @param words a word a line, the last one ended too; one {@code char} a byte
     * @param sink gets where each such word begins, and says whether to go on
     */
    public void find(String words, WorkLimit limit, IntPredicate sink) {
        byte[] bytes = words.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        DfaSearch search =
                new DfaSearch(new LazyDfa(nfa, nfa.scanStart(), Direction.FORWARDS, Preference.FIRST, classes, limit));
        Needles near = needles.isEmpty() ? null : new Needles(needles);
        if (near != null) {
            near.reset(words);
        }
        int at = 0;
        while (at < bytes.length) {
            int found = near == null ? search.findLine(bytes, at, bytes.length) : near.find(at);
            if (found < 0) {
                return;
            }
            int start = Math.max(at, words.lastIndexOf('\n', found - 1) + 1);
            int end = words.indexOf('\n', found);
            boolean holds = near == null || search.findLine(bytes, start, end) != DfaSearch.NONE;
            if (holds && !sink.test(start)) {
                return;
            }
            at = end + 1;
        }
    }
}
