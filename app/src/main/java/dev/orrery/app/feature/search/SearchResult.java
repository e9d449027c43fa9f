package dev.orrery.app.feature.search;

import dev.orrery.api.SymbolKey;
import dev.orrery.api.TextHit;
import dev.orrery.app.command.Command;
import java.util.List;

/** One thing that a search found. */
public sealed interface SearchResult {
    /** An action. */
    record Action(Command command) implements SearchResult {}

    /** A file, by its path. */
    record File(String path) implements SearchResult {}

    /** A declaration. */
    record Symbol(SymbolKey key, int line, int hue) implements SearchResult {}

    /**
     * A line of text.
     *
     * @param hits what was found in it, from left to right; at least one
     */
    record Text(List<TextHit> hits) implements SearchResult {
        public Text {
            hits = List.copyOf(hits);
        }

        /** The first of the hits. */
        public TextHit hit() {
            return hits.getFirst();
        }
    }
}
