package dev.orrery.indexer.history;

import dev.orrery.api.Cancellation;
import dev.orrery.indexer.parse.Languages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Which versions of which source files have to be read to know how declarations changed from sample to sample.
 *
 * @param tracks the versions of each path that changed, by path
 * @param moves files that went elsewhere, by sample
 * @param bytes of all versions together, each counted once
 */
record SamplePlan(Map<String, List<Step>> tracks, List<Move> moves, long bytes) {
    /**
     * What one sample shows of one path that the sample before did not.
     *
     * @param before the blob that was there, or in the place that it came from; zero where there was none
     * @param after the blob that is there now; zero where it is gone
     */
    record Step(int sample, ObjectId before, ObjectId after) {}

    record Move(int sample, String from, String to) {}

    /**
     * Compares the trees of neighbouring samples.
     *
     * @param prefix of the paths that count; it is cut off
     */
    static SamplePlan of(
            Repository repository, Samples samples, String prefix, Renames renames, Cancellation cancellation)
            throws IOException {
        Map<String, List<Step>> tracks = new TreeMap<>();
        List<Move> moves = new ArrayList<>();
        Set<ObjectId> counted = new HashSet<>();
        long bytes = 0;
        try (ObjectReader reader = repository.newObjectReader()) {
            for (int sample = 0; sample < samples.count(); sample++) {
                cancellation.throwIfRequested();
                Transition transition = Transition.between(reader, samples, sample, prefix, cancellation);
                Map<String, String> moved = renames.match(repository, samples, sample, transition, prefix);
                for (Map.Entry<String, Step> step :
                        transition.steps(sample, moved).entrySet()) {
                    tracks.computeIfAbsent(step.getKey(), path -> new ArrayList<>())
                            .add(step.getValue());
                    if (counted.add(step.getValue().after())) {
                        bytes += size(reader, step.getValue().after());
                    }
                }
                for (Map.Entry<String, String> move : moved.entrySet()) {
                    moves.add(new Move(sample, move.getValue(), move.getKey()));
                }
            }
        }
        return new SamplePlan(tracks, moves, bytes);
    }

    private static long size(ObjectReader reader, ObjectId blob) throws IOException {
        try {
            return blob.equals(ObjectId.zeroId()) ? 0 : reader.getObjectSize(blob, Constants.OBJ_BLOB);
        } catch (MissingObjectException partial) {
            return 0;
        }
    }

    /** Source files that differ between a sample and the one before: what was there and what is. */
    record Transition(Map<String, ObjectId> before, Map<String, ObjectId> after) {
        static Transition between(
                ObjectReader reader, Samples samples, int sample, String prefix, Cancellation cancellation)
                throws IOException {
            Map<String, ObjectId> before = new TreeMap<>();
            Map<String, ObjectId> after = new TreeMap<>();
            try (TreeWalk walk = new TreeWalk(reader)) {
                if (sample == 0) {
                    walk.addTree(new EmptyTreeIterator());
                } else {
                    walk.addTree(samples.commit(sample - 1).getTree());
                }
                walk.addTree(samples.commit(sample).getTree());
                walk.setRecursive(true);
                BoundedDiff differing = new BoundedDiff(cancellation);
                walk.setFilter(differing);
                while (walk.next()) {
                    String whole = walk.getPathString();
                    if (whole.startsWith(prefix)
                            && Languages.standard().forPath(whole).isPresent()) {
                        note(walk, 0, whole.substring(prefix.length()), before);
                        note(walk, 1, whole.substring(prefix.length()), after);
                    }
                }
                if (differing.isExhausted()) {
                    throw new IOException("commit " + samples.commit(sample).name() + " has far too many files");
                }
            }
            return new Transition(before, after);
        }

        private static void note(TreeWalk walk, int tree, String path, Map<String, ObjectId> files) {
            FileMode mode = walk.getFileMode(tree);
            if (mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE) {
                files.put(path, walk.getObjectId(tree));
            }
        }

        boolean isRemoved(String path) {
            return before.containsKey(path) && !after.containsKey(path);
        }

        boolean isAdded(String path) {
            return after.containsKey(path) && !before.containsKey(path);
        }

        /** @param moved where a path came from */
        Map<String, Step> steps(int sample, Map<String, String> moved) {
            Map<String, Step> steps = new TreeMap<>();
            Set<String> left = new HashSet<>(moved.values());
            before.forEach((path, was) -> {
                ObjectId is = after.getOrDefault(path, ObjectId.zeroId());
                if (!left.contains(path) && !was.equals(is)) {
                    steps.put(path, new Step(sample, was, is));
                }
            });
            after.forEach((path, is) -> {
                ObjectId was = before.getOrDefault(moved.getOrDefault(path, path), ObjectId.zeroId());
                if (!was.equals(is)) {
                    steps.put(path, new Step(sample, was, is));
                }
            });
            return steps;
        }
    }
}
