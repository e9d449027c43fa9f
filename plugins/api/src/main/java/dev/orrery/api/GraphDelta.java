package dev.orrery.api;

import java.util.Set;

/**
 * What changed between two snapshots of one repository.
 *
 * @param before the older snapshot
 * @param after the newer one
 * @param files the files that were added, removed or parsed anew
 * @param added symbols that only {@code after} has
 * @param removed symbols that only {@code before} has
 * @param changed symbols of both whose place, modifiers or calls differ
 */
public record GraphDelta(
        CodeGraph before,
        CodeGraph after,
        Set<String> files,
        Set<SymbolKey> added,
        Set<SymbolKey> removed,
        Set<SymbolKey> changed) {
    public GraphDelta {
        files = Set.copyOf(files);
        added = added instanceof SymbolKeys.All ? added : Set.copyOf(added);
        removed = Set.copyOf(removed);
        changed = Set.copyOf(changed);
    }

    /** Whether the snapshots show the same. */
    public boolean isEmpty() {
        return files.isEmpty() && added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
