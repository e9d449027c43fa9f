package dev.orrery.indexer.text;

import java.util.Set;

/**
 * Changes that searches show before a reader knows them. Immutable.
 *
 * @param there files that are new or have other words than the reader knows, so that each search reads them
 * @param gone files that the reader knows and no search reads
 */
record Overlay(Set<String> there, Set<String> gone) {
    static final Overlay NOTHING = new Overlay(Set.of(), Set.of());

    Overlay {
        there = Set.copyOf(there);
        gone = Set.copyOf(gone);
    }
}
