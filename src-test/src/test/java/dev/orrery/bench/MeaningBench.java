package dev.orrery.bench;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Embedder;
import dev.orrery.api.Passage;
import dev.orrery.api.SymbolHit;
import dev.orrery.api.SymbolKey;
import dev.orrery.base.Progress;
import dev.orrery.indexer.semantic.DocumentedMethods;
import dev.orrery.indexer.semantic.DocumentedMethods.Method;
import dev.orrery.indexer.semantic.DocumentedMethods.Project;
import dev.orrery.indexer.semantic.SemanticIndex;
import dev.orrery.indexer.store.ContentHash;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * From the first sentence of a doc comment to its method among 1,000 of the same project, all doc comments of the project removed
 * before anything is indexed or learned: mean reciprocal ranks of search by meaning, of its vectors alone, and of Lucene's BM25
 * over the same subtokens.
 *
 * <pre>ORRERY_HOME=… java -cp CLASSPATH dev.orrery.bench.MeaningBench PROJECT…</pre>
 */
public final class MeaningBench {
    private static final int POOL = 1000;
    private static final int FEWEST_WORDS = 3;
    private static final long SEED = 7;

    private final Map<SymbolKey, Passage> pool;
    private final Map<SymbolKey, String> questions;

    private MeaningBench(Map<SymbolKey, Passage> pool, Map<SymbolKey, String> questions) {
        this.pool = pool;
        this.questions = questions;
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(
                "%-24s %9s %9s %9s %9s %9s %9s%n",
                "project", "questions", "BM25", "BM25 n", "vectors", "meaning", "ms p95");
        double[] sums = new double[4];
        for (String argument : arguments) {
            double[] means = run(Path.of(argument), out);
            Arrays.setAll(sums, i -> sums[i] + means[i] / arguments.length);
        }
        out.printf(Locale.ROOT, "%-24s %9s %9.3f %9.3f %9.3f %9.3f%n", "mean", "", sums[0], sums[1], sums[2], sums[3]);
    }

    private static double[] run(Path root, PrintStream out) throws Exception {
        Project documented = DocumentedMethods.read(root);
        Path copy = Files.createTempDirectory("meaning-bench").resolve("bare");
        DocumentedMethods.copyWithoutComments(root, copy);
        Project bare = DocumentedMethods.read(copy);
        MeaningBench bench = of(documented, bare);
        SemanticIndex index = new SemanticIndex(path -> read(copy.resolve(path)));
        index.update(
                bare.graph(),
                path -> ContentHash.of(path.getBytes(StandardCharsets.UTF_8)),
                Progress.SILENT,
                Cancellation.NEVER);
        double[] means = new double[4];
        List<Passage> all = bare.methods().stream().map(Method::passage).toList();
        try (LexicalBaseline flat = LexicalBaseline.of(all, bench.pool, 1);
                LexicalBaseline named = LexicalBaseline.of(all, bench.pool, 4)) {
            means[0] = bench.mean(flat::ranked);
            means[1] = bench.mean(named::ranked);
        }
        means[2] = bench.mean(bench.vectors(index.embedder().orElseThrow()));
        List<Double> millis = new ArrayList<>();
        means[3] = bench.mean(question -> {
            long start = System.nanoTime();
            List<SymbolHit> hits = index.find(bare.graph(), question, 1000, Cancellation.NEVER);
            millis.add((System.nanoTime() - start) / 1e6);
            return hits.stream().map(SymbolHit::key).toList();
        });
        Collections.sort(millis);
        out.printf(
                Locale.ROOT,
                "%-24s %9d %9.3f %9.3f %9.3f %9.3f %9.1f%n",
                root.getFileName(),
                bench.questions.size(),
                means[0],
                means[1],
                means[2],
                means[3],
                millis.get((int) (millis.size() * 0.95)));
        return means;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    /** One method a distinct sentence; where they are fewer than the pool wants, methods without comments fill it. */
    private static MeaningBench of(Project documented, Project bare) {
        Random random = new Random(SEED);
        Map<String, List<Method>> bySentence = new LinkedHashMap<>();
        List<Method> others = new ArrayList<>();
        for (Method method : documented.methods()) {
            if (method.sentence().split(" ").length >= FEWEST_WORDS) {
                bySentence
                        .computeIfAbsent(method.sentence().toLowerCase(Locale.ROOT), sentence -> new ArrayList<>())
                        .add(method);
            } else if (method.sentence().isEmpty()) {
                others.add(method);
            }
        }
        List<Method> asked = new ArrayList<>();
        bySentence.values().forEach(same -> asked.add(same.get(random.nextInt(same.size()))));
        Collections.shuffle(asked, random);
        Collections.shuffle(others, random);
        Map<SymbolKey, Passage> barePassages = new HashMap<>();
        bare.methods().forEach(method -> barePassages.put(bare.graph().key(method.symbol()), method.passage()));
        Map<SymbolKey, Passage> pool = new LinkedHashMap<>();
        Map<SymbolKey, String> questions = new LinkedHashMap<>();
        List<Method> all = new ArrayList<>(asked);
        all.addAll(others);
        for (Method method : all) {
            SymbolKey key = documented.graph().key(method.symbol());
            Passage passage = barePassages.get(key);
            if (passage != null && pool.size() < POOL) {
                pool.put(key, passage);
                if (method.sentence().split(" ").length >= FEWEST_WORDS) {
                    questions.put(key, method.sentence());
                }
            }
        }
        return new MeaningBench(pool, questions);
    }

    /** What answers a question with declarations, best first. */
    interface Ranking {
        List<SymbolKey> of(String question) throws Exception;
    }

    private double mean(Ranking ranking) throws Exception {
        double sum = 0;
        for (Map.Entry<SymbolKey, String> question : questions.entrySet()) {
            int rank = 0;
            for (SymbolKey key : ranking.of(question.getValue())) {
                if (pool.containsKey(key)) {
                    rank++;
                    if (key.equals(question.getKey())) {
                        sum += 1.0 / rank;
                        break;
                    }
                }
            }
        }
        return sum / questions.size();
    }

    private Ranking vectors(Embedder embedder) {
        List<SymbolKey> keys = List.copyOf(pool.keySet());
        List<float[]> vectors =
                embedder.embed(List.copyOf(pool.values()), Cancellation.NEVER).join();
        return question -> {
            float[] query = embedder.embedQuery(question, Cancellation.NEVER).join();
            double[] near =
                    vectors.stream().mapToDouble(vector -> dot(query, vector)).toArray();
            Integer[] order = new Integer[near.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (a, b) -> Double.compare(near[b], near[a]));
            return Arrays.stream(order).map(keys::get).toList();
        };
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
