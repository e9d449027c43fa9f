package dev.orrery.indexer.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedDiffTest {
    private static final int MOST = 5_000;

    @TempDir
    Path folder;

    /** Ten trees of ten entries each, all of the next level's one tree: eleven objects, ten thousand million files. */
    @Test
    void treesOfTreesOfTreesEnd() throws Exception {
        try (Repository repository = repository();
                ObjectInserter objects = repository.newObjectInserter()) {
            ObjectId below = objects.insert(Constants.OBJ_BLOB, "class A {}".getBytes(StandardCharsets.UTF_8));
            FileMode mode = FileMode.REGULAR_FILE;
            for (int level = 0; level < 10; level++) {
                below = objects.insert(tree(below, mode, 10));
                mode = FileMode.TREE;
            }
            objects.flush();
            BoundedDiff diff = new BoundedDiff(Cancellation.NEVER, MOST);
            assertTrue(files(repository, below, diff) < MOST);
            assertTrue(diff.isExhausted());
        }
    }

    @Test
    void whatIsNotTooMuchIsSeenWhole() throws Exception {
        try (Repository repository = repository();
                ObjectInserter objects = repository.newObjectInserter()) {
            ObjectId blob = objects.insert(Constants.OBJ_BLOB, new byte[0]);
            ObjectId tree =
                    objects.insert(tree(objects.insert(tree(blob, FileMode.REGULAR_FILE, 70)), FileMode.TREE, 70));
            objects.flush();
            BoundedDiff diff = new BoundedDiff(Cancellation.NEVER, MOST);
            assertEquals(70 * 70, files(repository, tree, diff));
            assertFalse(diff.isExhausted());
        }
    }

    private Repository repository() throws Exception {
        Repository repository = new FileRepositoryBuilder()
                .setGitDir(folder.resolve("bare").toFile())
                .setBare()
                .build();
        repository.create(true);
        return repository;
    }

    private static TreeFormatter tree(ObjectId below, FileMode mode, int entries) {
        TreeFormatter tree = new TreeFormatter();
        for (int i = 0; i < entries; i++) {
            tree.append("e%02d".formatted(i), mode, below);
        }
        return tree;
    }

    private static int files(Repository repository, ObjectId tree, BoundedDiff diff) throws Exception {
        int files = 0;
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(new EmptyTreeIterator());
            walk.addTree(tree);
            walk.setRecursive(true);
            walk.setFilter(diff);
            while (walk.next()) {
                files++;
            }
        }
        return files;
    }
}
