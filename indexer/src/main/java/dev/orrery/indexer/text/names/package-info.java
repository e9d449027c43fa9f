/**
 * Finds symbols and files by what one remembers of their names: the beginning, the humps, a piece, or nearly the name.
 * {@link dev.orrery.indexer.text.names.NameFinder} and {@link dev.orrery.indexer.text.names.FileFinder} are the ways in.
 *
 * <p>Names are held in columns made from one snapshot and used until the next; nothing is stored and nothing blocks. All
 * of it is safe from any thread.
 */
@NullMarked
package dev.orrery.indexer.text.names;

import org.jspecify.annotations.NullMarked;
