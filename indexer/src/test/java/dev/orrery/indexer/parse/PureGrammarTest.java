package dev.orrery.indexer.parse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A grammar keeps nothing from one text to the next and shares nothing between threads: a scanner may have statics. */
@Tag("slow")
class PureGrammarTest {
    private static final int CUTS = 6;
    private static final int PARSES = 300;

    @TestFactory
    List<DynamicTest> treesDependOnTheTextAlone() throws Exception {
        Map<SourceLanguage, List<byte[]>> samples = new TreeMap<>(java.util.Comparator.comparing(String::valueOf));
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                Languages.standard().of(file.toString(), bytes).ifPresent(language -> samples.computeIfAbsent(
                                language, key -> new ArrayList<>())
                        .add(bytes));
            }
        }
        return samples.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey().toString(), () -> check(entry.getKey().grammar(), entry.getValue())))
                .toList();
    }

    private static void check(Grammar grammar, List<byte[]> samples) throws Exception {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        List<byte[]> texts = new ArrayList<>(samples);
        for (byte[] sample : samples) {
            for (int cut = 0; cut < CUTS; cut++) {
                texts.add(Arrays.copyOf(sample, random.nextInt(sample.length)));
            }
        }
        List<int[]> alone = new ArrayList<>();
        for (byte[] text : texts) {
            alone.add(cells(grammar, text));
        }
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Integer> order = random.ints(PARSES, 0, texts.size()).boxed().toList();
            List<Future<int[]>> trees = order.stream()
                    .map(text -> threads.submit(() -> cells(grammar, texts.get(text))))
                    .toList();
            for (int i = 0; i < trees.size(); i++) {
                assertArrayEquals(alone.get(order.get(i)), trees.get(i).get(), "seed " + seed);
            }
        }
    }

    private static int[] cells(Grammar grammar, byte[] text) throws ParseStopped {
        try (FlatParser parser = new FlatParser()) {
            FlatTree tree = parser.parse(grammar, text);
            int[] cells = new int[2 * tree.size()];
            for (int node = 0; node < tree.size(); node++) {
                cells[2 * node] = tree.symbol(node);
                cells[2 * node + 1] = 31 * tree.start(node) + tree.end(node);
            }
            return cells;
        }
    }
}
