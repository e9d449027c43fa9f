package dev.orrery.indexer.text.regex;

import dev.orrery.api.OrreryException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a line must hold to match a pattern; never more than it must. */
public sealed interface Requirement {
    /** Nothing is known. */
    record Anything() implements Requirement {}

    /** All of several. */
    record All(List<Requirement> parts) implements Requirement {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One of several. */
    record Any(List<Requirement> parts) implements Requirement {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Bytes in a row.
     *
     * @param text one {@code char} a byte; in lower case where case does not matter
     * @param letters whether ASCII letters match in both cases
     */
    record Text(String text, Letters letters) implements Requirement {}

    /** A word that a part of the pattern matches in. */
    record InWord(WordPattern pattern) implements Requirement {}

    /** How letters are compared. */
    enum Letters {
        AS_WRITTEN,
        /** Both cases; {@code k} and {@code s} also match their non-ASCII relatives, U+212A and U+017F. */
        BOTH_CASES
    }

    Requirement ANYTHING = new Anything();

    /**
     * What {@code hir} requires.
     *
     * @throws OrreryException where a part is too large
     */
    static Requirement of(Hir hir) throws OrreryException {
        return all(List.of(texts(hir), WordFinder.find(hir)));
    }

    /** The texts that {@code hir} requires. */
    static Requirement texts(Hir hir) {
        return RequirementFinder.find(hir);
    }

    /** A few texts, one of which every match's line holds; empty where none are known. */
    default List<Needle> needles() {
        return switch (this) {
            case Anything anything -> List.of();
            case InWord word -> List.of();
            case Text text -> Needle.of(text).isTelling() ? List.of(Needle.of(text)) : List.of();
            case Any any -> {
                List<Needle> needles = new ArrayList<>();
                for (Requirement part : any.parts()) {
                    List<Needle> some = part.needles();
                    needles.addAll(some);
                    if (some.isEmpty() || needles.size() > Needles.MOST) {
                        yield List.of();
                    }
                }
                yield needles;
            }
            case All all ->
                all.parts().stream()
                        .map(Requirement::needles)
                        .filter(needles -> !needles.isEmpty())
                        .max(Comparator.comparingInt(Needles::worth))
                        .orElse(List.of());
        };
    }

    /** Text that is required byte by byte. */
    static Requirement literal(String text) {
        return text.isEmpty()
                ? ANYTHING
                : new Text(
                        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                        Letters.AS_WRITTEN);
    }

    static Requirement all(List<Requirement> parts) {
        List<Requirement> known = new ArrayList<>();
        for (Requirement part : parts) {
            if (part instanceof All all) {
                known.addAll(all.parts());
            } else if (!(part instanceof Anything)) {
                known.add(part);
            }
        }
        return known.isEmpty() ? ANYTHING : known.size() == 1 ? known.getFirst() : new All(known);
    }

    static Requirement any(List<Requirement> parts) {
        return parts.contains(ANYTHING) ? ANYTHING : parts.size() == 1 ? parts.getFirst() : new Any(parts);
    }
}
