package dev.orrery.indexer.parse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The sample of each language: beside its facts, or where its graph is. */
final class Samples {
    private static final Path FACTS = Path.of("src/test/resources/dev/orrery/indexer/parse/golden");
    private static final Path GRAPHS = Path.of("src/test/resources/golden");

    private Samples() {}

    static Path of(String extension) throws IOException {
        Path own = FACTS.resolve("shop." + extension);
        if (Files.exists(own)) {
            return own;
        }
        try (Stream<Path> all = Files.walk(GRAPHS)) {
            return all.filter(path -> path.getFileName().toString().equalsIgnoreCase("shop." + extension))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
