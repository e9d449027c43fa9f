package dev.orrery.bench;

import dev.orrery.indexer.parse.Languages;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import dev.orrery.indexer.parse.Parsing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Parses real files, damaged ones and noise of every language again and again and prints the resident set, which must stay
 * where it is: {@code ParseEndurance FOLDER [PARSES]}, 100,000 unless it says otherwise. Linux only.
 */
final class ParseEndurance {
    private static final Path STATUS = Path.of("/proc/self/statm");
    private static final long LARGEST = 200_000;
    private static final int REPORTS = 20;

    private ParseEndurance() {}

    public static void main(String[] arguments) throws IOException {
        int parses = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Path> files = files(Path.of(arguments[0]));
        int sound = 0;
        long bytes = 0;
        long first = 0;
        long last = 0;
        try (Parsing parsing = new Parsing()) {
            for (int parse = 1; parse <= parses; parse++) {
                Path file = files.get(random.nextInt(files.size()));
                byte[] content = damaged(Files.readAllBytes(file), random);
                bytes += content.length;
                sound += parsing.parse(file.getFileName().toString(), content) instanceof Parsed ? 1 : 0;
                if (parse % Math.max(1, parses / REPORTS) == 0) {
                    last = resident();
                    first = first == 0 ? last : first;
                    System.out.printf(
                            "%,9d parses, %,6d MB read, %,9d with facts, resident %,5d MB%n",
                            parse, bytes >> 20, sound, last >> 20);
                }
            }
        }
        System.out.printf("grown since the first report: %,d MB%n", (last - first) >> 20);
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) < LARGEST
                        && Languages.standard()
                                .of(file.getFileName().toString(), new byte[0])
                                .isPresent()) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static byte[] damaged(byte[] content, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(content, random.nextInt(content.length + 1));
            }
            case 1 -> {
                byte[] noise = new byte[random.nextInt(4000)];
                random.nextBytes(noise);
                return noise;
            }
            case 2 -> {
                for (int i = content.length / 100; i > 0; i--) {
                    content[random.nextInt(content.length)] = (byte) random.nextInt(32, 127);
                }
                return content;
            }
            default -> {
                return content;
            }
        }
    }

    private static long resident() throws IOException {
        System.gc();
        return Long.parseLong(Files.readString(STATUS).split(" ")[1]) * 4096;
    }
}
