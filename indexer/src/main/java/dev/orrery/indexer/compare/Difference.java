package dev.orrery.indexer.compare;

import dev.orrery.api.SymbolKey;
import org.jspecify.annotations.Nullable;

/**
 * One declaration that differs.
 *
 * @param change how; never {@link Change#SAME}
 * @param key the declaration as it is now, or as it was where it was removed
 * @param before as it was, where it was known under another key then; else null
 */
public record Difference(
        Change change, SymbolKey key, @Nullable SymbolKey before) {}
