package dev.orrery.indexer.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * A commit at which symbols were looked at.
 *
 * @param id its first characters
 * @param author who wrote it
 * @param subject the first line of its message, cut where it is very long
 * @param commits how many commits of the first parents' line led to it since the sample before, itself included
 */
public record SampledCommit(String id, String author, String subject, int commits) {
    private static final int SHORT = 9;
    private static final int LONGEST = 300;

    static List<SampledCommit> of(Repository repository, Samples samples) throws IOException {
        List<SampledCommit> all = new ArrayList<>();
        try (RevWalk walk = new RevWalk(repository)) {
            int before = -1;
            for (int sample = 0; sample < samples.count(); sample++) {
                int at = samples.place(sample);
                RevCommit commit = walk.parseCommit(samples.commit(sample));
                all.add(new SampledCommit(
                        commit.abbreviate(SHORT).name(),
                        cut(commit.getAuthorIdent().getName()),
                        cut(commit.getShortMessage()),
                        at - before));
                before = at;
            }
        }
        return all;
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
