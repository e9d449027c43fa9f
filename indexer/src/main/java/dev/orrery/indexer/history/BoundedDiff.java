package dev.orrery.indexer.history;

import dev.orrery.api.Cancellation;
import java.io.IOException;
import org.eclipse.jgit.errors.StopWalkException;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Lets one walk see what differs between its trees, until it saw more than any repository has: a few small trees that name
 * each other again and again stand for billions of files. Paths that no system could check out are passed over.
 */
final class BoundedDiff extends TreeFilter {
    private static final int MOST_ENTRIES = 1_000_000;
    private static final int LONGEST_PATH = 4_096;

    private final Cancellation cancellation;
    private final int most;
    private int seen;

    BoundedDiff(Cancellation cancellation) {
        this(cancellation, MOST_ENTRIES);
    }

    BoundedDiff(Cancellation cancellation, int most) {
        this.cancellation = cancellation;
        this.most = most;
    }

    /** Whether the walk ended before it had seen everything. */
    boolean isExhausted() {
        return seen > most;
    }

    @Override
    public boolean include(TreeWalk walk) throws IOException {
        if (++seen > most) {
            throw StopWalkException.INSTANCE;
        }
        cancellation.throwIfRequested();
        return walk.getPathLength() <= LONGEST_PATH && ANY_DIFF.include(walk);
    }

    @Override
    public boolean shouldBeRecursive() {
        return false;
    }

    @Override
    public TreeFilter clone() {
        return this;
    }
}
