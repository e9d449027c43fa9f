package dev.orrery.api;

import java.util.List;

/** Finds declarations by name, camel humps and near misses. Safe from any thread. */
public interface SymbolFinder {
    /** The best {@code limit} symbols for {@code query}, best first. */
    List<SymbolHit> find(String query, int limit, Cancellation cancellation);
}
