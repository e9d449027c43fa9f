/**
 * Follows the files of a repository: {@link dev.orrery.indexer.watch.RepositoryWatcher} turns the system's events into
 * change sets, each a moment in which the files have come to rest. Only folders that the ignore rules keep are watched,
 * because the system counts them. Change sets say where to look, never what is there; looking is not done here.
 */
@NullMarked
package dev.orrery.indexer.watch;

import org.jspecify.annotations.NullMarked;
