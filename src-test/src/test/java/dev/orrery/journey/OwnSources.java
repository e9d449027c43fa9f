package dev.orrery.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** This project's own sources, copied into a folder with a repository around it: some hundred real files. */
final class OwnSources {
    private static final List<String> MODULES =
            List.of("app", "indexer", "render3d", "models", "plugins/api", "plugins/base", "plugins/host");

    private OwnSources() {}

    static Path copyInto(Path folder) throws IOException {
        Path project = Path.of("..").toRealPath();
        Path root = Files.createDirectories(folder.resolve("orrery sources ü"));
        for (String module : MODULES) {
            Path sources = project.resolve(module).resolve("src");
            if (Files.isDirectory(sources)) {
                copy(sources, root.resolve(module).resolve("src"));
            }
        }
        Path git = Files.createDirectories(root.resolve(".git"));
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/journey\n");
        Files.createDirectories(git.resolve("objects"));
        Files.createDirectories(git.resolve("refs"));
        return root;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Path target = to.resolve(from.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }
}
