package dev.orrery.indexer.history;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.history.RevisionDiff.Presence;
import dev.orrery.indexer.parse.FlatParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The latest commits of the first parents' line, to be done again one after the other elsewhere. Files larger than any that is parsed, links
 * and submodules are passed over. Blocks; paths come as the commits have them and may be hostile.
 */
public final class CommitReplay {
    private static final int BEFORE = 0;
    private static final int AFTER = 1;
    private static final int LONGEST = FlatParser.MAX_BYTES;

    private final Path folder;

    /** @param folder the working tree or a folder in it, canonical; other folders are left out */
    public CommitReplay(Path folder) {
        this.folder = folder;
    }

    /**
     * A commit that has a parent.
     *
     * @param name its number in full
     * @param parents how many it has; a merge has several, and is told as what it brought to the first
     */
    public record Commit(String name, int parents) {}

    /**
     * What a commit did to a file.
     *
     * @param path relative to the folder
     * @param before the bytes in the parent; empty where it came
     * @param after the bytes in the commit; empty where it went
     * @param removed lines of {@code before}, pair by pair with {@code added}
     * @param added lines of {@code after} that stand in their place
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Change(
            String path,
            byte[] before,
            byte[] after,
            Presence presence,
            List<LineRange> removed,
            List<LineRange> added) {
        public Change {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
        }
    }

    /** Learns of a file of a tree. */
    @FunctionalInterface
    public interface FileVisitor {
        void file(String path, byte[] content) throws IOException;
    }

    /**
     * The latest commits that have a parent, oldest first.
     *
     * @throws OrreryException where there is no repository, or it cannot be read
     */
    public List<Commit> latest(int count, Cancellation cancellation) throws OrreryException {
        List<Commit> found = new ArrayList<>();
        reading(repository -> {
            try (RevWalk walk = new RevWalk(repository)) {
                ObjectId head = repository.resolve(Constants.HEAD);
                RevCommit commit = head == null ? null : walk.parseCommit(head);
                while (commit != null && commit.getParentCount() > 0 && found.size() < count) {
                    cancellation.throwIfRequested();
                    RevCommit parent = walk.parseCommit(commit.getParent(0));
                    found.add(new Commit(commit.name(), commit.getParentCount()));
                    commit = parent;
                }
            } catch (MissingObjectException shallow) {
                return;
            }
        });
        Collections.reverse(found);
        return found;
    }

    /** Tells each file as it was before a commit, one after the other. */
    public void before(Commit commit, Cancellation cancellation, FileVisitor visitor) throws OrreryException {
        reading(repository -> {
            try (ObjectReader objects = repository.newObjectReader();
                    RevWalk commits = new RevWalk(objects);
                    TreeWalk walk = new TreeWalk(objects)) {
                String prefix = ReadOnlyGit.prefix(repository, folder);
                walk.addTree(new EmptyTreeIterator());
                walk.addTree(parent(commits, commit).getTree());
                walk.setRecursive(true);
                walk.setFilter(new BoundedDiff(cancellation));
                while (walk.next()) {
                    String path = walk.getPathString();
                    if (path.startsWith(prefix) && isSmallFile(walk, AFTER, objects)) {
                        visitor.file(path.substring(prefix.length()), bytes(walk, AFTER, objects));
                    }
                }
            }
        });
    }

    /** What a commit did to its first parent's files, in the order of paths. A renamed file went and came. */
    public List<Change> changes(Commit commit, Cancellation cancellation) throws OrreryException {
        List<Change> changes = new ArrayList<>();
        reading(repository -> {
            try (ObjectReader objects = repository.newObjectReader();
                    RevWalk commits = new RevWalk(objects);
                    TreeWalk walk = new TreeWalk(objects)) {
                String prefix = ReadOnlyGit.prefix(repository, folder);
                walk.addTree(parent(commits, commit).getTree());
                walk.addTree(
                        commits.parseCommit(ObjectId.fromString(commit.name())).getTree());
                walk.setRecursive(true);
                walk.setFilter(new BoundedDiff(cancellation));
                while (walk.next()) {
                    String path = walk.getPathString();
                    if (path.startsWith(prefix)) {
                        change(path.substring(prefix.length()), walk, objects, changes);
                    }
                }
            }
        });
        return changes;
    }

    private static void change(String path, TreeWalk walk, ObjectReader objects, List<Change> changes)
            throws IOException {
        boolean was = isSmallFile(walk, BEFORE, objects);
        boolean is = isSmallFile(walk, AFTER, objects);
        if (!was && !is) {
            return;
        }
        byte[] before = was ? bytes(walk, BEFORE, objects) : new byte[0];
        byte[] after = is ? bytes(walk, AFTER, objects) : new byte[0];
        LineDiff lines = LineDiff.of(before, after);
        Presence presence = was && is ? Presence.STAYED : was ? Presence.WENT : Presence.CAME;
        changes.add(new Change(path, before, after, presence, lines.removed(), lines.added()));
    }

    private static RevCommit parent(RevWalk commits, Commit commit) throws IOException {
        RevCommit parsed = commits.parseCommit(ObjectId.fromString(commit.name()));
        return commits.parseCommit(parsed.getParent(0));
    }

    private static boolean isSmallFile(TreeWalk walk, int tree, ObjectReader objects) throws IOException {
        FileMode mode = walk.getFileMode(tree);
        boolean isFile = mode == FileMode.REGULAR_FILE || mode == FileMode.EXECUTABLE_FILE;
        try {
            return isFile && objects.getObjectSize(walk.getObjectId(tree), Constants.OBJ_BLOB) <= LONGEST;
        } catch (MissingObjectException partial) {
            return false;
        }
    }

    private static byte[] bytes(TreeWalk walk, int tree, ObjectReader objects) throws IOException {
        ObjectLoader loader = objects.open(walk.getObjectId(tree), Constants.OBJ_BLOB);
        return loader.getBytes();
    }

    /** What is done with an open repository. */
    @FunctionalInterface
    private interface Reading {
        void in(Repository repository) throws IOException;
    }

    private void reading(Reading reading) throws OrreryException {
        try (Repository repository = ReadOnlyGit.open(folder)) {
            reading.in(repository);
        } catch (IOException failed) {
            throw new OrreryException(
                    UserMessage.of("indexer.history.failed", String.valueOf(failed.getMessage())), failed);
        }
    }
}
