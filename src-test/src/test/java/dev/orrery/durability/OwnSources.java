package dev.orrery.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** This repository's own Java sources, as a tree to play with. */
final class OwnSources {
    private OwnSources() {}

    /** Copies them below {@code target}, as many times as asked for. */
    static void copy(Path target, int times) throws IOException {
        Path top = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(top.resolve("plugins/api"))) {
            top = top.getParent();
        }
        for (int copy = 0; copy < times; copy++) {
            for (Path file : files(top)) {
                Path to = target.resolve("copy" + copy)
                        .resolve(top.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }

    private static List<Path> files(Path top) throws IOException {
        try (Stream<Path> walk = Stream.concat(
                Files.walk(top.resolve("plugins/api/src/main/java")),
                Files.walk(top.resolve("indexer/src/main/java")))) {
            return walk.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
