package dev.orrery.indexer.store;

import dev.orrery.base.AtomicFile;
import dev.orrery.base.StoredContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Drops facts that no worktree's newest index needs, once they have grown large: what was left by old branches makes a
 * switch back cheap, so a good deal of it stays.
 */
public final class NeededFacts {
    private static final long SMALL_BYTES = 64L << 20;
    private static final int KEPT_TIMES = 4;

    private NeededFacts() {}

    /** Compacts {@code store} where more than three quarters of it are needed by no index of the cache, or it is in pieces. */
    public static void keepOnly(IndexFolder folder, FactsStore store) throws IOException {
        if (store.bytes() >= SMALL_BYTES) {
            store.compact(of(folder), store.bytes() - store.bytes() / KEPT_TIMES);
        }
        if (store.isFragmented()) {
            store.defragment();
        }
    }

    /** The facts of all worktrees of all repositories, which is more than this one's and never less. */
    static Set<ContentHash> of(IndexFolder folder) throws IOException {
        Set<ContentHash> needed = new HashSet<>();
        Path repositories = folder.folder().resolveSibling(".").normalize();
        try (var indexes = Files.newDirectoryStream(repositories, Files::isDirectory)) {
            for (Path index : indexes) {
                addAll(index, needed);
            }
        }
        return needed;
    }

    /** An index that cannot be read needs nothing: it is built anew, and its facts with it. */
    private static void addAll(Path index, Set<ContentHash> needed) throws IOException {
        try {
            Optional<byte[]> manifest = content(new AtomicFile(index.resolve("current"), IndexStore.MANIFEST));
            if (manifest.isPresent()) {
                long generation = Manifest.decode(manifest.get()).files();
                Optional<byte[]> table =
                        content(new AtomicFile(index.resolve("files-" + generation), IndexStore.FILES));
                if (table.isPresent()) {
                    FileTable.decode(table.get()).values().stream()
                            .filter(FileRow::hasFacts)
                            .forEach(row -> needed.add(row.factsKey()));
                }
            }
        } catch (DamagedException unusable) {
            return;
        }
    }

    private static Optional<byte[]> content(AtomicFile file) throws IOException {
        return file.read(IndexStore.LARGE) instanceof StoredContent.Intact(byte[] bytes)
                ? Optional.of(bytes)
                : Optional.empty();
    }
}
