package dev.orrery.app.feature.search;

import dev.orrery.api.SymbolKey;
import dev.orrery.api.TextHit;
import dev.orrery.app.command.Command;

/** One thing that a search found. */
public sealed interface SearchResult {
    /** An action. */
    record Action(Command command) implements SearchResult {}

    /** A file, by its path. */
    record File(String path) implements SearchResult {}

    /** A declaration. */
    record Symbol(SymbolKey key, int line, int hue) implements SearchResult {}

    /** A stretch of text. */
    record Text(TextHit hit) implements SearchResult {}
}
