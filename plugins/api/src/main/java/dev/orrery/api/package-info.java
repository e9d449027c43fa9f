/**
 * The vocabulary that every part of Orrery shares: symbols, documents, graphs and the ports through which sibling modules
 * work together.
 *
 * <p>Everything here is an immutable record, an enum, a sealed type or a small interface, and is safe to share between
 * threads unless it says otherwise. Lines and columns are 1-based. Paths are relative to the repository's root and use
 * {@code /}. Nothing in this package knows tree-sitter, Lucene, JavaFX or a model; it depends on JSpecify alone.
 */
@NullMarked
package dev.orrery.api;

import org.jspecify.annotations.NullMarked;
