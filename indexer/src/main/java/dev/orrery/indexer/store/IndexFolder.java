package dev.orrery.indexer.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Where the index of one worktree lies.
 *
 * @param root the worktree, canonical
 * @param common what all worktrees of the repository share: the git common directory, or {@code root} without git
 * @param cache the folder that holds all indexes
 */
public record IndexFolder(Path root, Path common, Path cache) {
    private static final int NAME_BYTES = 16;

    /** The same index below another cache folder. */
    public IndexFolder below(Path otherCache) {
        return new IndexFolder(root, common, otherCache);
    }

    /** Graph, files and text of this worktree. */
    public Path folder() {
        return cache.resolve("repositories").resolve(name(root));
    }

    /** The facts that all worktrees of the repository share. */
    public Path facts() {
        return cache.resolve("facts").resolve(name(common));
    }

    public Path text() {
        return folder().resolve("text");
    }

    /** The text index while it is deleted. */
    public Path textLeaving() {
        return folder().resolve("text.leaving");
    }

    public Path lock() {
        return folder().resolve("lock");
    }

    private static String name(Path path) {
        byte[] digest = ContentHash.sha256().digest(path.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
    }
}
