package dev.orrery.indexer.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.indexer.parse.java.JavaExtractor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactsCodecTest {
    private static List<FileFacts> corpus() throws Exception {
        Grammar grammar = Grammar.of("java");
        List<FileFacts> facts = new ArrayList<>();
        try (FlatParser parser = new FlatParser();
                Stream<Path> files = Files.walk(Path.of("src/main/java/dev/orrery/indexer/parse"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                byte[] utf8 = Files.readAllBytes(file);
                facts.add(new JavaExtractor(grammar).extract(parser.parse(grammar, utf8), utf8));
            }
        }
        return facts;
    }

    @Test
    void decodedFactsEqualEncodedOnes() throws Exception {
        List<FileFacts> files = corpus();
        assertEquals(files, FactsCodec.decode(FactsCodec.encode(files)));
    }

    @Test
    void factsOfEmptyFileSurvive() throws Exception {
        FileFacts facts = new FactsBuilder(JavaExtractor.JAVA, new byte[0]).build();
        assertEquals(List.of(facts), FactsCodec.decode(FactsCodec.encode(List.of(facts))));
    }

    @Test
    void everyTruncationIsNoticed() throws Exception {
        byte[] bytes = FactsCodec.encode(corpus().subList(0, 1));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThrows(FactsFormatException.class, () -> FactsCodec.decode(cut));
        }
    }

    @Test
    void damagedBytesEndInFactsThatHoldTogetherOrInAFailure() throws Exception {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        int failures = 0;
        for (FileFacts facts : corpus()) {
            byte[] whole = FactsCodec.encode(List.of(facts));
            for (int i = 0; i < 40; i++) {
                byte[] bytes = whole.clone();
                for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                try {
                    for (FileFacts read : FactsCodec.decode(bytes)) {
                        FactsCheck.check(read);
                    }
                } catch (FactsFormatException expected) {
                    failures++;
                }
            }
        }
        assertEquals(true, failures > 0);
    }

    /** A few bytes that stand for ever so many rows end with the bytes, before there is room for these rows. */
    @Test
    void hugeCountsAllocateNothing() {
        byte[] huge = new byte[40];
        huge[0] = FactsCodec.VERSION;
        java.util.Arrays.fill(huge, 3, huge.length, (byte) 0x5a);
        for (int value = 0; value < 256; value++) {
            java.util.Arrays.fill(huge, 3, 6, (byte) value);
            assertThrows(FactsFormatException.class, () -> FactsCodec.decode(huge));
        }
    }
}
