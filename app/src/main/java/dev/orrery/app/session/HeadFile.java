package dev.orrery.app.session;

import dev.orrery.api.HistorySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the checked-out branch from the {@code HEAD} file of a repository or of one of its worktrees. Never writes. */
public final class HeadFile implements HistorySource {
    private static final Logger LOG = LoggerFactory.getLogger(HeadFile.class);
    private static final String BRANCH = "ref: refs/heads/";
    private static final String WORKTREE = "gitdir: ";
    private static final long LIMIT = 4096;

    private final Path root;

    public HeadFile(Path root) {
        this.root = root;
    }

    /** Blocks for a small read. */
    @Override
    public Optional<String> branch() {
        try {
            Path git = root.resolve(".git");
            if (Files.isRegularFile(git)) {
                String pointer = line(git);
                if (!pointer.startsWith(WORKTREE)) {
                    return Optional.empty();
                }
                git = root.resolve(pointer.substring(WORKTREE.length()));
            }
            Path head = git.resolve("HEAD");
            if (!Files.isRegularFile(head)) {
                return Optional.empty();
            }
            String line = line(head);
            return line.startsWith(BRANCH) ? Optional.of(line.substring(BRANCH.length())) : Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            LOG.info("no branch name: {}", unreadable.toString());
            return Optional.empty();
        }
    }

    private static String line(Path file) throws IOException {
        if (Files.size(file) > LIMIT) {
            throw new IOException("longer than a reference: " + file.getFileName());
        }
        return Files.readString(file).strip();
    }
}
