package dev.orrery.api;

import java.util.Optional;

/** What version control knows about the files of a repository. Safe from any thread. */
public interface HistorySource {
    /** The name of the branch that is checked out; empty outside a repository or on a detached head. */
    Optional<String> branch();
}
