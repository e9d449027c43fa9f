package dev.orrery.app.feature.search;

import java.util.Locale;

/** What the one box looks through. */
public enum SearchScope {
    ALL,
    FILES,
    SYMBOLS,
    TEXT,
    REGEX,
    MEANING,
    COMMANDS;

    /** Bundle key of the scope's name. */
    public String titleKey() {
        return "app.search.scope." + name().toLowerCase(Locale.ROOT);
    }

    boolean includes(SearchScope other) {
        return this == other || (this == ALL && other != REGEX && other != MEANING);
    }
}
