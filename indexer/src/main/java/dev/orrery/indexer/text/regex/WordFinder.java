package dev.orrery.indexer.text.regex;

import dev.orrery.api.OrreryException;
import java.util.ArrayList;
import java.util.List;

/** Collects the parts of a pattern that match within one word and are more than plain text. */
final class WordFinder {
    /** Matches of fewer bytes may lie in words that no index lists. */
    private static final int SHORTEST = 2;

    /** In one pattern, so that what it takes to know them stays small. */
    private static final int MOST_PARTS = 8;

    private final List<Requirement> found = new ArrayList<>();
    private int parts;

    private WordFinder(int parts) {
        this.parts = parts;
    }

    /** All words that {@code hir} requires; {@link Requirement#ANYTHING} where it requires none. */
    static Requirement find(Hir hir) throws OrreryException {
        WordFinder finder = new WordFinder(0);
        finder.visit(List.of(hir));
        return Requirement.all(finder.found);
    }

    private void visit(List<Hir> items) throws OrreryException {
        List<Hir> run = new ArrayList<>();
        for (Hir item : flat(items)) {
            if (WordPattern.isWithinWord(item)) {
                run.add(item);
            } else {
                end(run);
                visit(item);
            }
        }
        end(run);
    }

    /** Groups are no borders between words. */
    private static List<Hir> flat(List<Hir> items) {
        List<Hir> flat = new ArrayList<>();
        for (Hir item : items) {
            if (item instanceof Hir.Concat concat && !WordPattern.isWithinWord(concat)) {
                flat.addAll(flat(concat.items()));
            } else {
                flat.add(item);
            }
        }
        return flat;
    }

    /** What is not within a word may hold parts that are. */
    private void visit(Hir item) throws OrreryException {
        switch (item) {
            case Hir.Repeat repeat -> {
                if (repeat.least() > 0) {
                    visit(List.of(repeat.inner()));
                }
            }
            case Hir.Alternate alternate -> {
                List<Requirement> branches = new ArrayList<>();
                int before = parts;
                for (Hir branch : alternate.branches()) {
                    WordFinder finder = new WordFinder(parts);
                    finder.visit(List.of(branch));
                    parts = finder.parts;
                    finder.found.add(Requirement.texts(branch));
                    branches.add(Requirement.all(finder.found));
                }
                if (parts > before) {
                    found.add(Requirement.any(branches));
                }
            }
            case Hir.Concat concat -> visit(concat.items());
            case Hir.Chars chars -> {}
            case Hir.OneByte oneByte -> {}
            case Hir.Look look -> {}
        }
    }

    private void end(List<Hir> run) throws OrreryException {
        if (parts < MOST_PARTS && run.stream().anyMatch(item -> !isPlain(item))) {
            WordPattern pattern = WordPattern.of(run, SHORTEST);
            if (pattern != null) {
                parts++;
                found.add(new Requirement.InWord(pattern));
            }
        }
        run.clear();
    }

    /** Whether the search for required texts knows all of this. */
    private static boolean isPlain(Hir item) {
        return switch (item) {
            case Hir.Chars chars -> chars.set().size() == 1 || RequirementFinder.isLetterInBothCases(chars.set());
            case Hir.OneByte oneByte -> oneByte.set().size() == 1;
            case Hir.Look look -> true;
            case Hir.Concat concat -> concat.items().stream().allMatch(WordFinder::isPlain);
            case Hir.Repeat repeat -> false;
            case Hir.Alternate alternate -> false;
        };
    }
}
