package dev.orrery.app.feature.explore;

import java.util.Locale;
import java.util.Set;

/**
 * What of the project the tree shows.
 *
 * @param text a part of the path or of a type's name, in any case; empty for all
 * @param shown which optional files are shown
 */
public record TreeFilter(String text, Set<Shown> shown) {
    /** Files that can be left out. */
    public enum Shown {
        TESTS
    }

    public static final TreeFilter ALL = new TreeFilter("", Set.of(Shown.TESTS));

    public TreeFilter {
        text = text.strip().toLowerCase(Locale.ROOT);
        shown = Set.copyOf(shown);
    }

    boolean matches(String name) {
        return name.toLowerCase(Locale.ROOT).contains(text);
    }
}
