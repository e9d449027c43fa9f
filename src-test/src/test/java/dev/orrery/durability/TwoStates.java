package dev.orrery.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A tree of files that can be put into either of two states, from whatever lies between, half-written files included: every third
 * file has another content in the second one, every seventh is missing from it.
 */
final class TwoStates {
    private static final String END = "\nclass Added { void killed() { toString(); } }\n";

    private final Map<Path, String> first = new TreeMap<>();

    /** @param root in the first state */
    TwoStates(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(root)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            first.put(file, Files.readString(file));
        }
    }

    void toFirst() throws IOException {
        for (Map.Entry<Path, String> file : first.entrySet()) {
            write(file.getKey(), file.getValue());
        }
    }

    void toSecond() throws IOException {
        for (Map.Entry<Path, String> file : first.entrySet()) {
            int number = file.getKey().toString().hashCode();
            if (number % 7 == 0) {
                Files.deleteIfExists(file.getKey());
            } else {
                write(file.getKey(), number % 3 == 0 ? file.getValue() + END : file.getValue());
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        if (!Files.exists(file) || !Files.readString(file).equals(text)) {
            Files.writeString(file, text);
        }
    }
}
