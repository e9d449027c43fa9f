/**
 * What git knows about the files. The only home of JGit, which is kept from writing anything: no probes of the file system in
 * the repository, no settings in the user's home. Everything blocks and is safe from any thread; JGit's types stay inside.
 *
 * <p>Three ways in: {@link dev.orrery.indexer.history.RevisionDiff}, what differs from a revision;
 * {@link dev.orrery.indexer.history.HistoryReader}, which commits changed a file; {@link
 * dev.orrery.indexer.history.SymbolReader}, when symbols came, changed and went. The last looks at up to 200 commits of the first
 * parents' line ({@code Samples}), compares their trees, and reads the versions of each changed file one after the other.
 * Of Java it parses no bodies ({@link dev.orrery.indexer.parse.Skeleton}), and a version whose skeleton is that of the
 * one before it not at all.
 */
@NullMarked
package dev.orrery.indexer.history;

import org.jspecify.annotations.NullMarked;
