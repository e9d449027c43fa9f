package dev.orrery.indexer.text.regex;

import java.util.List;

/** A pattern as a tree, free of syntax: flags are resolved, classes are sets, groups are gone. */
sealed interface Hir {
    Hir EMPTY = new Concat(List.of());

    /** One character of a set, as UTF-8. */
    record Chars(CodePoints set) implements Hir {}

    /** One byte of a set, text or not. */
    record OneByte(CodePoints set) implements Hir {}

    /** A place in the line. */
    record Look(Assertion assertion, Words words) implements Hir {}

    /** One thing several times; {@code most} is -1 for without end. */
    record Repeat(Hir inner, int least, int most, Greed greed) implements Hir {}

    record Concat(List<Hir> items) implements Hir {
        public Concat {
            items = List.copyOf(items);
        }
    }

    /** The first branch that leads to a match wins. */
    record Alternate(List<Hir> branches) implements Hir {
        public Alternate {
            branches = List.copyOf(branches);
        }
    }

    /** What counts as a word. */
    enum Words {
        ASCII,
        UNICODE
    }

    /** Whether a repetition prefers to go on or to stop. */
    enum Greed {
        GREEDY,
        LAZY
    }

    /** Whether this matches the empty string, assertions taken as met. */
    static boolean canBeEmpty(Hir hir) {
        return switch (hir) {
            case Chars chars -> false;
            case OneByte oneByte -> false;
            case Look look -> true;
            case Repeat repeat -> repeat.least() == 0 || canBeEmpty(repeat.inner());
            case Concat concat -> concat.items().stream().allMatch(Hir::canBeEmpty);
            case Alternate alternate -> alternate.branches().stream().anyMatch(Hir::canBeEmpty);
        };
    }
}
