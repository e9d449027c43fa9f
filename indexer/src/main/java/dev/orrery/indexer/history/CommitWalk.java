package dev.orrery.indexer.history;

import dev.orrery.api.Cancellation;
import dev.orrery.base.Progress;
import dev.orrery.indexer.history.CommitLog.Change;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** Walks the commits below a head, newest first, and compares those with their parents that are not known yet. */
final class CommitWalk {
    /** Beyond so many commits the older ones are left out, so that no repository keeps the walk busy without end. */
    static final int MOST_COMMITS = 100_000;
    /** An import of a whole tree says nothing about single files; its paths beyond this many are left out. */
    private static final int MOST_CHANGES = 5_000;

    private static final int SAVE_EVERY = 2_000;

    private final Repository repository;
    private final CommitLog log;
    private final int most;

    /** @param most commits to look at */
    CommitWalk(Repository repository, CommitLog log, int most) {
        this.most = most;
        this.repository = repository;
        this.log = log;
    }

    /** Keeps what was found so far; called now and then, because a walk may be cut short at any time. */
    @FunctionalInterface
    interface Saving {
        void save() throws IOException;
    }

    /**
     * Commits that a head reaches.
     *
     * @param commits places in the log, newest first
     * @param cutOff whether there are older ones
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Reached(int[] commits, boolean cutOff) {}

    /** All commits that the head reaches and that have one parent at most, newest first. */
    Reached from(ObjectId head, Progress progress, Cancellation cancellation, Saving saving) throws IOException {
        int[] found = new int[1024];
        int count = 0;
        int unsaved = 0;
        int seen = 0;
        boolean cutOff = false;
        try (RevWalk walk = new RevWalk(repository);
                ObjectReader reader = repository.newObjectReader()) {
            walk.markStart(walk.parseCommit(head));
            for (RevCommit commit = next(walk); commit != null; commit = next(walk)) {
                cancellation.throwIfRequested();
                if (seen == most) {
                    cutOff = true;
                    break;
                }
                seen++;
                if (seen % 64 == 0) {
                    progress.at("indexer.stage.history", seen, 0);
                }
                if (commit.getParentCount() > 1) {
                    continue;
                }
                int at = log.find(commit);
                if (at < 0) {
                    at = log.add(
                            commit,
                            commit.getCommitTime(),
                            commit.getAuthorIdent().getName(),
                            changes(reader, walk, commit, cancellation));
                    if (++unsaved == SAVE_EVERY) {
                        saving.save();
                        unsaved = 0;
                    }
                }
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = at;
            }
        }
        if (unsaved > 0) {
            saving.save();
        }
        return new Reached(Arrays.copyOf(found, count), cutOff);
    }

    /** A shallow clone ends where objects are missing. */
    private static @Nullable RevCommit next(RevWalk walk) throws IOException {
        try {
            return walk.next();
        } catch (MissingObjectException shallow) {
            return null;
        }
    }

    private static List<Change> changes(
            ObjectReader reader, RevWalk commits, RevCommit commit, Cancellation cancellation) throws IOException {
        List<Change> changed = new ArrayList<>();
        Map<ObjectId, String> removed = new HashMap<>();
        List<ObjectId> added = new ArrayList<>();
        try (TreeWalk walk = new TreeWalk(reader)) {
            if (commit.getParentCount() == 0) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(commits.parseCommit(commit.getParent(0)).getTree());
            }
            walk.addTree(commit.getTree());
            walk.setRecursive(true);
            walk.setFilter(new BoundedDiff(cancellation));
            while (walk.next() && changed.size() < MOST_CHANGES) {
                boolean was = isFile(walk.getFileMode(0));
                boolean is = isFile(walk.getFileMode(1));
                if (was || is) {
                    changed.add(new Change(walk.getPathString(), ""));
                    added.add(is && !was ? walk.getObjectId(1) : ObjectId.zeroId());
                    if (was && !is) {
                        removed.put(walk.getObjectId(0), walk.getPathString());
                    }
                }
            }
        } catch (MissingObjectException shallow) {
            return List.of();
        }
        for (int i = 0; i < changed.size() && !removed.isEmpty(); i++) {
            String from = removed.get(added.get(i));
            if (from != null) {
                changed.set(i, new Change(changed.get(i).path(), from));
            }
        }
        return changed;
    }

    private static boolean isFile(FileMode mode) {
        return mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE || mode == FileMode.SYMLINK;
    }
}
