package dev.orrery.indexer.text;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Changes that searches show before a reader knows them. Immutable.
 *
 * @param there files that are new or have other words than the reader knows, so that each search reads them
 * @param gone files that the reader knows and no search reads
 * @param unsaved texts that are searched in place of files; their paths are among those that are there
 */
record Overlay(Set<String> there, Set<String> gone, Map<String, UnsavedText> unsaved) {
    static final Overlay NOTHING = new Overlay(Set.of(), Set.of(), Map.of());

    Overlay {
        there = Set.copyOf(there);
        gone = Set.copyOf(gone);
        unsaved = Map.copyOf(unsaved);
    }

    /** Texts laid over changes of files. */
    static Overlay of(Set<String> there, Set<String> gone, Map<String, UnsavedText> unsaved) {
        if (there.isEmpty() && gone.isEmpty() && unsaved.isEmpty()) {
            return NOTHING;
        }
        Set<String> shown = new HashSet<>(there);
        shown.addAll(unsaved.keySet());
        Set<String> hidden = new HashSet<>(gone);
        hidden.removeAll(unsaved.keySet());
        return new Overlay(shown, hidden, unsaved);
    }
}
