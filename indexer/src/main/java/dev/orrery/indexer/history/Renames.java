package dev.orrery.indexer.history;

import dev.orrery.indexer.history.SamplePlan.Transition;
import dev.orrery.indexer.store.CommitTable;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Where files went between two samples: to where the same bytes are now, or where the commits between moved them without
 * another change. Files that were moved and changed in one commit are not followed.
 */
final class Renames {
    private static final int MOST_COMMITS = 10_000;
    private static final int MOST_HOPS = 16;

    private final Map<ObjectId, Map<String, String>> byCommit = new HashMap<>();

    /** @param commits of which the renames are known */
    Renames(CommitTable commits) {
        for (int commit = 0; commit < commits.size(); commit++) {
            for (int change = commits.firstChange()[commit]; change < commits.firstChange()[commit + 1]; change++) {
                if (commits.before()[change] >= 0) {
                    byCommit.computeIfAbsent(
                                    ObjectId.fromRaw(commits.ids(), commit * CommitTable.ID), id -> new HashMap<>())
                            .put(
                                    commits.names().get(commits.before()[change]),
                                    commits.names().get(commits.paths()[change]));
                }
            }
        }
    }

    /** Paths that are new in a sample, each with the path that it was moved from; no path twice. */
    Map<String, String> match(Repository repository, Samples samples, int sample, Transition transition, String prefix)
            throws IOException {
        Map<String, String> from = new TreeMap<>();
        SequencedSet<String> removed = new LinkedHashSet<>();
        Map<ObjectId, String> same = new HashMap<>();
        for (String path : transition.before().keySet()) {
            if (transition.isRemoved(path)) {
                removed.add(path);
                same.put(transition.before().get(path), path);
            }
        }
        if (removed.isEmpty()) {
            return from;
        }
        for (String path : transition.after().keySet()) {
            String was =
                    transition.isAdded(path) ? same.remove(transition.after().get(path)) : null;
            if (was != null && removed.remove(was)) {
                from.put(path, was);
            }
        }
        if (!removed.isEmpty() && !byCommit.isEmpty()) {
            Map<String, String> hops = between(repository, samples.commit(sample - 1), samples.commit(sample));
            for (String was : removed) {
                String now = follow(hops, prefix, was, transition);
                if (now != null) {
                    from.putIfAbsent(now, was);
                }
            }
        }
        return from;
    }

    private static @Nullable String follow(Map<String, String> hops, String prefix, String was, Transition transition) {
        String path = hops.get(prefix + was);
        for (int hop = 0; path != null && hop < MOST_HOPS; hop++) {
            if (path.startsWith(prefix) && transition.isAdded(path.substring(prefix.length()))) {
                return path.substring(prefix.length());
            }
            path = hops.get(path);
        }
        return null;
    }

    private Map<String, String> between(Repository repository, RevCommit older, RevCommit newer) throws IOException {
        Map<String, String> hops = new HashMap<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            walk.markStart(walk.parseCommit(newer));
            walk.markUninteresting(walk.parseCommit(older));
            int seen = 0;
            for (RevCommit commit = walk.next(); commit != null && seen < MOST_COMMITS; commit = walk.next()) {
                byCommit.getOrDefault(commit, Map.of()).forEach(hops::putIfAbsent);
                seen++;
            }
        } catch (MissingObjectException shallow) {
            return hops;
        }
        return hops;
    }
}
