package dev.orrery.indexer.parse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.indexer.parse.ParseOutcome.NotParsed;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged and hostile sources: there are always facts that hold together, or a reason, in bounded time and memory. */
@Tag("slow")
class HostileSourceTest {
    private static final Path SAMPLES = Path.of("src/test/resources/dev/orrery/indexer/parse/golden");
    private static final Path JAVA = Path.of("src/test/resources/golden/java/generics/p/Registry.java");
    private static final String[] SEEDS = {
        "(", ")", "{", "}", "<", ">", "\"", "'", "/*", "`", "\n", "\\", "😀", "::", "=", ";"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kt", "py", "js", "ts", "tsx", "go", "rs", "c", "cpp", "cs", "java", "rb", "php", "swift", "scala",
                "sh", "ex", "erl", "dart", "R", "hs", "ml", "html", "css"
            })
    void damagedSourceStillHasSoundFacts(String extension) throws Exception {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        System.out.println("damagedSourceStillHasSoundFacts(" + extension + ") seed " + seed);
        Random random = new Random(seed);
        byte[] sample = Files.readAllBytes(extension.equals("java") ? JAVA : Samples.of(extension));
        try (Parsing parsing = new Parsing()) {
            for (int round = 0; round < Integer.getInteger("hostile.rounds", 120); round++) {
                byte[] damaged = damage(sample, random);
                if (parsing.parse("a." + extension, damaged) instanceof Parsed(FileFacts facts)) {
                    FactsCheck.check(facts);
                }
            }
        }
    }

    private static byte[] damage(byte[] sample, Random random) throws IOException {
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(sample, random.nextInt(sample.length));
            }
            case 1 -> {
                byte[] noise = new byte[random.nextInt(2000)];
                random.nextBytes(noise);
                return noise;
            }
            default -> {
                var out = new ByteArrayOutputStream();
                int from = 0;
                while (from < sample.length) {
                    int length = Math.min(sample.length - from, 1 + random.nextInt(400));
                    out.write(sample, from, length);
                    out.write(SEEDS[random.nextInt(SEEDS.length)].getBytes(UTF_8));
                    from += length + random.nextInt(10);
                }
                return out.toByteArray();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kt", "py", "js", "ts", "tsx", "go", "rs", "c", "cpp", "cs", "java"})
    void deepAndLongSourceIsBounded(String extension) throws Exception {
        deepAndLong(extension, 20_000);
    }

    /** The scanners of some of these grammars take time that grows with the square of the depth. */
    @ParameterizedTest
    @ValueSource(strings = {"rb", "php", "swift", "scala", "sh", "ex", "erl", "dart", "R", "hs", "ml", "html", "css"})
    void deepSourceIsBounded(String extension) throws Exception {
        deepAndLong(extension, 1_000);
    }

    private static void deepAndLong(String extension, int times) throws Exception {
        try (Parsing parsing = new Parsing()) {
            for (String piece : List.of("(", "{", "a.b(", "[", "<a", "-", "f(a, ")) {
                ParseOutcome outcome =
                        parsing.parse("a." + extension, piece.repeat(times).getBytes(UTF_8));
                if (outcome instanceof Parsed(FileFacts facts)) {
                    FactsCheck.check(facts);
                } else {
                    assertTrue(((NotParsed) outcome).reason().lasting(), piece + " " + outcome);
                }
            }
        }
    }

    @Test
    void callsBelowAnyDepthAreFound() {
        String chain = "x = a" + ".b()".repeat(3000) + "\n";
        try (Parsing parsing = new Parsing()) {
            Parsed parsed = (Parsed) parsing.parse("a.py", chain.getBytes(UTF_8));
            assertEquals(3000, parsed.facts().calls().count());
        }
    }

    @Test
    void stoppedAndFinishedParsesGiveTheirMemoryBack() throws Exception {
        Path status = Path.of("/proc/self/statm");
        if (!Files.isReadable(status)) {
            return; // only this system tells
        }
        byte[] utf8 = Files.readString(SAMPLES.resolve("shop.cpp")).repeat(20).getBytes(UTF_8);
        Grammar grammar = Grammar.of("cpp");
        try (Flattener flattener = Flattener.create()) {
            long before = 0;
            for (int round = 0; round < 250; round++) {
                before = round == 50 ? resident(status) : before;
                try {
                    flattener.flatten(
                            grammar,
                            utf8,
                            new ParseLimits(round % 2 == 0 ? 20 : 100_000, 1L << 40, 10_000_000, 1 << 20));
                } catch (ParseStopped stopped) {
                    assertEquals(ParseStopped.Reason.TOO_COMPLEX, stopped.reason());
                }
            }
            long grown = resident(status) - before;
            assertTrue(grown < 300L << 20, "grew by " + (grown >> 20) + " MB"); // a leaked tree a round would be 600
        }
    }

    private static long resident(Path status) throws IOException {
        System.gc();
        return Long.parseLong(Files.readString(status).split(" ")[1]) * 4096;
    }
}
