/**
 * What the linker and its strategies share: a {@link dev.orrery.indexer.link.unit.SourceUnit} a file, interned names,
 * handles that outlive a file's re-parsing, and the links that a strategy finds. Strategies resolve units in parallel;
 * everything here that they touch is safe from any thread.
 */
@NullMarked
package dev.orrery.indexer.link.unit;

import org.jspecify.annotations.NullMarked;
