package dev.orrery.indexer;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Folders;
import dev.orrery.indexer.scan.GitFolder;
import dev.orrery.indexer.store.FactsStore;
import dev.orrery.indexer.store.IndexFolder;
import dev.orrery.indexer.store.IndexLock;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens repositories. */
public final class CodeIndexes {
    private static final System.Logger LOG = System.getLogger(CodeIndexes.class.getName());

    private CodeIndexes() {}

    /**
     * Opens the repository at {@code root} as its index's owner, or attached to the process that owns it. Where the cache
     * cannot be written the index lives in a temporary folder until it is closed, and its problems say so.
     *
     * @throws OrreryException where {@code root} is no folder that can be read, or no index can be kept anywhere
     */
    public static CodeIndex open(Path root, AppFolders folders) throws OrreryException {
        IndexFolder folder = folderOf(root, folders);
        try {
            SharedIndex index = new SharedIndex(folder, Optional.empty(), () -> {});
            index.role();
            return index;
        } catch (IOException unwritable) {
            return openTemporary(folder, unwritable);
        }
    }

    private static CodeIndex openTemporary(IndexFolder folder, IOException why) throws OrreryException {
        UserMessage notice = UserMessage.of("indexer.cache.readonly", folder.cache(), String.valueOf(why.getMessage()));
        try {
            Path temporary = Files.createTempDirectory("orrery-");
            IndexFolder moved = folder.below(temporary);
            SharedIndex index = new SharedIndex(moved, Optional.of(notice), () -> remove(temporary));
            index.role();
            return index;
        } catch (IOException nowhere) {
            throw new OrreryException(notice, nowhere);
        }
    }

    private static void remove(Path temporary) {
        try {
            Folders.delete(temporary);
        } catch (IOException left) {
            LOG.log(System.Logger.Level.WARNING, "a temporary index is left behind", left);
        }
    }

    /**
     * Forgets the index of {@code root}, its facts included, so that the next opening builds everything anew.
     *
     * @throws OrreryException where another process has it open, or it cannot be removed
     */
    public static void discard(Path root, AppFolders folders) throws OrreryException {
        IndexFolder folder = folderOf(root, folders);
        if (!Files.exists(folder.folder())) {
            return;
        }
        try {
            Optional<IndexLock> lock = IndexLock.tryTake(folder.lock());
            if (lock.isEmpty()) {
                throw new OrreryException(UserMessage.of("indexer.discard.inuse", folder.root()));
            }
            try (IndexLock held = lock.get()) {
                assert held != null;
                FactsStore.discard(folder.facts());
                TextSide.leave(folder);
                Folders.delete(folder.folder());
            }
        } catch (IOException failed) {
            throw new OrreryException(
                    UserMessage.of("indexer.discard.failed", folder.folder(), String.valueOf(failed.getMessage())),
                    failed);
        }
    }

    private static IndexFolder folderOf(Path root, AppFolders folders) throws OrreryException {
        try {
            Path canonical = root.toRealPath();
            if (!Files.isDirectory(canonical)) {
                throw new OrreryException(UserMessage.of("indexer.scan.nofolder", root));
            }
            return new IndexFolder(canonical, common(canonical), folders.cache());
        } catch (NoSuchFileException absent) {
            throw new OrreryException(UserMessage.of("indexer.scan.nofolder", root), absent);
        } catch (AccessDeniedException denied) {
            throw new OrreryException(UserMessage.of("indexer.scan.denied", root), denied);
        } catch (IOException failed) {
            throw new OrreryException(
                    UserMessage.of("indexer.scan.failed", root, String.valueOf(failed.getMessage())), failed);
        }
    }

    private static Path common(Path root) {
        for (Path folder = root; folder != null; folder = folder.getParent()) {
            Optional<GitFolder> git = GitFolder.of(folder);
            if (git.isPresent()) {
                return git.get().common();
            }
        }
        return root;
    }
}
