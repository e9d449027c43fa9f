/**
 * What differs between two states of a repository, by declaration: what was added, removed, changed, moved, and how many
 * calls came and went. Pure; enter through {@link dev.orrery.indexer.compare.Comparison#of}. Which files differ, and how
 * they were, is found elsewhere ({@code history}).
 */
@NullMarked
package dev.orrery.indexer.compare;

import org.jspecify.annotations.NullMarked;
