package dev.orrery.indexer.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where git keeps a work tree's data.
 *
 * @param own the folder of this work tree alone: {@code .git}, or what the file {@code .git} points to
 * @param common what all work trees of one clone share; the same folder where there is only one
 */
public record GitFolder(Path own, Path common) {
    private static final int LONGEST = 1 << 16;

    /** The git folder of the work tree whose top is {@code top}; empty where {@code top} is none. */
    public static Optional<GitFolder> of(Path top) {
        Path dotGit = top.resolve(".git");
        if (Files.isDirectory(dotGit)) {
            return Optional.of(new GitFolder(dotGit, common(dotGit)));
        }
        return firstLine(dotGit)
                .filter(line -> line.startsWith("gitdir:"))
                .flatMap(line -> resolve(top, line.substring("gitdir:".length()).strip()))
                .filter(Files::isDirectory)
                .map(own -> new GitFolder(own, common(own)));
    }

    private static Path common(Path own) {
        return firstLine(own.resolve("commondir"))
                .flatMap(line -> resolve(own, line))
                .filter(Files::isDirectory)
                .orElse(own);
    }

    private static Optional<Path> resolve(Path base, String relative) {
        try {
            return Optional.of(base.resolve(relative).normalize());
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }

    private static Optional<String> firstLine(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.lines().findFirst().map(String::strip).filter(line -> !line.isEmpty());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
