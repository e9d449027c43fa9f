package dev.orrery.indexer.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The commits at which declarations are looked at: every {@code 2^k}-th of those that first parents lead to, counted from the
 * oldest, and the newest. New commits therefore leave the samples before them where they were, until twice as many
 * commits ask for a wider stride.
 */
record Samples(List<RevCommit> line, int stride) {
    /** No more samples than this. */
    static final int MOST = 200;

    /** The commits from the oldest to {@code head} that first parents lead to; a shallow clone ends where commits are missing. */
    static Samples below(ObjectId head, Repository repository) throws IOException {
        List<RevCommit> line = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            for (ObjectId next = head; next != null; ) {
                RevCommit commit = walk.parseCommit(next);
                line.add(commit);
                next = commit.getParentCount() == 0 ? null : commit.getParent(0);
            }
        } catch (MissingObjectException shallow) {
            if (line.isEmpty()) {
                throw shallow;
            }
        }
        Collections.reverse(line);
        Samples samples = new Samples(line, 1);
        while (samples.count() > MOST) {
            samples = samples.wider();
        }
        return samples;
    }

    /** About half as many. */
    Samples wider() {
        return new Samples(line, stride * 2);
    }

    int count() {
        int last = line.size() - 1;
        return last / stride + 1 + (last % stride == 0 ? 0 : 1);
    }

    /** The {@code sample}-th, from the oldest. */
    RevCommit commit(int sample) {
        return line.get(place(sample));
    }

    /** Where in the line the {@code sample}-th stands. */
    int place(int sample) {
        return (int) Math.min((long) sample * stride, line.size() - 1);
    }
}
