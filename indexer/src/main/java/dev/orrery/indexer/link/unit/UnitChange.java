package dev.orrery.indexer.link.unit;

import org.jspecify.annotations.Nullable;

/**
 * A file that came, changed or went.
 *
 * @param before the unit that is known so far; null where the file is new
 * @param after the unit that takes its place; null where the file is gone
 */
public record UnitChange(
        @Nullable SourceUnit before, @Nullable SourceUnit after) {}
