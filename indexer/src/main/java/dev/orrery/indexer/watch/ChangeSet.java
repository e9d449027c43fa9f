package dev.orrery.indexer.watch;

import java.util.Set;

/** Where files may have changed since the change set before. */
public sealed interface ChangeSet {
    /**
     * At these paths and below them; each may be a file, a folder or gone.
     *
     * @param paths relative to the root, with slashes
     */
    record Paths(Set<String> paths) implements ChangeSet {
        public Paths {
            paths = Set.copyOf(paths);
        }
    }

    /** Anywhere: events were lost, or what is ignored changed. */
    record Everything() implements ChangeSet {}
}
