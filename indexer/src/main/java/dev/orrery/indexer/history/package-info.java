/**
 * What git knows about the files. The only home of JGit, which is kept from writing anything: no probes of the file system in
 * the repository, no settings in the user's home. {@link dev.orrery.indexer.history.RevisionDiff} is the way in. Everything
 * blocks and is safe from any thread; JGit's types stay inside.
 */
@NullMarked
package dev.orrery.indexer.history;

import org.jspecify.annotations.NullMarked;
