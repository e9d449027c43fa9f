package dev.orrery.indexer.history;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files that differ between a revision and the working tree, with the lines that do. */
public final class RevisionDiff {
    private static final int REVISION = 0;
    private static final int STAGED = 1;
    private static final int DISK = 2;

    private final Path folder;
    private final NavigableSet<String> known;
    private final int longest;

    /**
     * @param folder the working tree or a folder in it, canonical
     * @param known the files that matter, relative to {@code folder}; of what is not in the revision only these are looked at
     * @param longest bytes; larger files are left out
     */
    public RevisionDiff(Path folder, NavigableSet<String> known, int longest) {
        this.folder = folder;
        this.known = known;
        this.longest = longest;
    }

    /**
     * Compares the working tree with a revision, in the order of paths. Renamed files are new ones.
     *
     * @param revision whatever git's {@code rev-parse} takes
     * @throws OrreryException where there is no repository, no such revision, or it cannot be read
     */
    public List<ChangedFile> since(String revision, Cancellation cancellation) throws OrreryException {
        List<ChangedFile> changed = new ArrayList<>();
        each(revision, cancellation, (path, before, presence) -> {
            switch (presence) {
                case CAME -> changed.add(new ChangedFile(path, before, List.of(), List.of(LineRange.ALL)));
                case WENT -> changed.add(new ChangedFile(path, before, List.of(LineRange.ALL), List.of()));
                case STAYED -> {
                    byte[] after = Files.readAllBytes(folder.resolve(path));
                    LineDiff diff = Arrays.equals(before, after) ? LineDiff.NONE : LineDiff.of(before, after);
                    if (!diff.isEmpty()) {
                        changed.add(new ChangedFile(path, before, diff.removed(), diff.added()));
                    }
                }
            }
        });
        return changed;
    }

    /** Whether a file is in the revision, in the working tree, or in both. */
    public enum Presence {
        CAME,
        WENT,
        STAYED
    }

    /** Learns of files that differ, or that git cannot rule out to. */
    @FunctionalInterface
    public interface Visitor {
        /** @param before the bytes in the revision; empty where it is not there */
        void differs(String path, byte[] before, Presence presence) throws IOException;
    }

    /**
     * Names each file that differs from a revision, one after the other, so that their contents need not be in memory at once.
     * Otherwise as {@link #since}.
     */
    public void each(String revision, Cancellation cancellation, Visitor visitor) throws OrreryException {
        try (Repository repository = ReadOnlyGit.open(folder)) {
            ObjectId tree = tree(repository, revision);
            String prefix = ReadOnlyGit.prefix(repository, folder);
            try (TreeWalk walk = new TreeWalk(repository)) {
                walk.addTree(tree);
                walk.addTree(new DirCacheIterator(repository.readDirCache()));
                FileTreeIterator disk = new FileTreeIterator(repository);
                disk.setDirCacheIterator(walk, STAGED);
                walk.addTree(disk);
                visit(walk, repository, prefix, cancellation, visitor);
            }
        } catch (IOException failed) {
            throw new OrreryException(
                    UserMessage.of("indexer.history.failed", String.valueOf(failed.getMessage())), failed);
        }
    }

    private static ObjectId tree(Repository repository, String revision) throws OrreryException, IOException {
        ObjectId tree = null;
        try {
            tree = repository.resolve(revision + "^{tree}");
        } catch (RevisionSyntaxException | IncorrectObjectTypeException | MissingObjectException nothing) {
            throw new OrreryException(UserMessage.of("indexer.history.norevision", revision), nothing);
        }
        if (tree == null) {
            throw new OrreryException(UserMessage.of("indexer.history.norevision", revision));
        }
        return tree;
    }

    private void visit(TreeWalk walk, Repository repository, String prefix, Cancellation cancellation, Visitor visitor)
            throws IOException {
        while (walk.next()) {
            cancellation.throwIfRequested();
            String whole = walk.getPathString();
            if (walk.isSubtree()) {
                if (leadsToKnown(walk, whole + "/", prefix)) {
                    walk.enterSubtree();
                }
            } else if (whole.startsWith(prefix)) {
                compare(walk, repository, whole.substring(prefix.length()), visitor);
            }
        }
    }

    private boolean leadsToKnown(TreeWalk walk, String inside, String prefix) {
        if (!inside.startsWith(prefix)) {
            return prefix.startsWith(inside);
        }
        String below = inside.substring(prefix.length());
        String next = known.ceiling(below);
        return walk.getRawMode(REVISION) != 0 || below.isEmpty() || (next != null && next.startsWith(below));
    }

    private void compare(TreeWalk walk, Repository repository, String path, Visitor visitor) throws IOException {
        boolean was = isFile(walk.getRawMode(REVISION));
        boolean is = isFile(walk.getRawMode(DISK)) && known.contains(path);
        if (!was && is) {
            visitor.differs(path, new byte[0], Presence.CAME);
        } else if (was && !walk.idEqual(REVISION, DISK)) {
            ObjectLoader loader = repository.open(walk.getObjectId(REVISION));
            if (loader.getSize() <= longest) {
                visitor.differs(path, loader.getBytes(), is ? Presence.STAYED : Presence.WENT);
            }
        }
    }

    private static boolean isFile(int mode) {
        return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }
}
