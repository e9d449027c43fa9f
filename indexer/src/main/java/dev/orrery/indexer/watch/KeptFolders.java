package dev.orrery.indexer.watch;

import dev.orrery.indexer.scan.EntryKind;
import dev.orrery.indexer.scan.IgnoreRules;
import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Supplier;

/**
 * Walks those folders of a repository that its ignore rules keep. The rules are read once the root is watched, so that a
 * change of them is either read or heard of. Folders that cannot be entered are passed over.
 */
final class KeptFolders implements FileTreeVisitor {
    private final Path root;
    private final Supplier<IgnoreRules> reread;
    private volatile IgnoreRules rules;

    /**
     * @param rules what holds until the root is walked
     * @param reread reads the rules from disk
     */
    KeptFolders(Path root, IgnoreRules rules, Supplier<IgnoreRules> reread) {
        this.root = root;
        this.rules = rules;
        this.reread = reread;
    }

    @Override
    public void recursiveVisitFiles(Path start, Callback onFolder, Callback onFile) throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (!folder.equals(root) && rules.isIgnored(relative(root, folder), EntryKind.FOLDER)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                try {
                    if (Files.isReadable(folder)) {
                        onFolder.call(folder);
                    }
                    if (folder.equals(root)) {
                        rules = reread.get();
                    }
                    return FileVisitResult.CONTINUE;
                } catch (NoSuchFileException | NotDirectoryException gone) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static String relative(Path root, Path path) {
        return root.relativize(path).toString().replace(root.getFileSystem().getSeparator(), "/");
    }
}
