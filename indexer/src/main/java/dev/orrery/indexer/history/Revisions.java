package dev.orrery.indexer.history;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.history.Revision.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;

/** Lists what there is to compare with. */
public final class Revisions {
    private static final int MOST_REFS = 2_000;
    private static final int MOST_OF_A_KIND = 30;
    private static final int COMMITS = 12;
    private static final int SHORT = 8;
    private static final int SUBJECT = 200;

    private Revisions() {}

    /**
     * The newest branches, tags and commits of the repository that a folder lies in: of each kind the newest first, at most 30,
     * of commits the last 12 that lead to what is checked out. Empty without a repository. Blocks.
     *
     * @throws OrreryException where the repository cannot be read
     */
    public static List<Revision> of(Path folder, Cancellation cancellation) throws OrreryException {
        try (Repository repository = ReadOnlyGit.find(folder)) {
            if (repository == null) {
                return List.of();
            }
            try (RevWalk walk = new RevWalk(repository)) {
                List<Revision> all = new ArrayList<>();
                all.addAll(refs(repository, walk, Constants.R_HEADS, Kind.BRANCH, cancellation));
                all.addAll(commits(repository, walk, cancellation));
                all.addAll(refs(repository, walk, Constants.R_REMOTES, Kind.REMOTE_BRANCH, cancellation));
                all.addAll(refs(repository, walk, Constants.R_TAGS, Kind.TAG, cancellation));
                return all;
            }
        } catch (IOException failed) {
            throw new OrreryException(
                    UserMessage.of("indexer.history.failed", String.valueOf(failed.getMessage())), failed);
        }
    }

    private static List<Revision> refs(
            Repository repository, RevWalk walk, String prefix, Kind kind, Cancellation cancellation)
            throws IOException {
        List<Revision> found = new ArrayList<>();
        List<Ref> refs = repository.getRefDatabase().getRefsByPrefix(prefix);
        for (Ref ref : refs.subList(0, Math.min(MOST_REFS, refs.size()))) {
            cancellation.throwIfRequested();
            ObjectId id = ref.getObjectId();
            String name = ref.getName().substring(prefix.length());
            if (id != null && !ref.isSymbolic()) {
                RevObject object = walk.peel(walk.parseAny(id));
                if (object instanceof RevCommit commit) {
                    found.add(revision(name, kind, commit, walk));
                }
            }
        }
        found.sort(Comparator.comparingLong((Revision revision) -> -revision.seconds())
                .thenComparing(Revision::name));
        return found.subList(0, Math.min(MOST_OF_A_KIND, found.size()));
    }

    private static List<Revision> commits(Repository repository, RevWalk walk, Cancellation cancellation)
            throws IOException {
        List<Revision> found = new ArrayList<>();
        ObjectId head = repository.resolve(Constants.HEAD);
        RevCommit commit = head == null ? null : walk.parseCommit(head);
        while (commit != null && found.size() < COMMITS) {
            cancellation.throwIfRequested();
            found.add(revision(commit.name().substring(0, SHORT), Kind.COMMIT, commit, walk));
            boolean isLast = commit.getParentCount() == 0
                    || !repository.getObjectDatabase().has(commit.getParent(0));
            commit = isLast ? null : walk.parseCommit(commit.getParent(0));
        }
        return found;
    }

    private static Revision revision(String name, Kind kind, RevCommit commit, RevWalk walk) throws IOException {
        walk.parseBody(commit);
        String subject = commit.getShortMessage();
        String cut = subject.length() > SUBJECT ? subject.substring(0, SUBJECT) : subject;
        return new Revision(name, kind, commit.getCommitTime(), cut.strip());
    }
}
