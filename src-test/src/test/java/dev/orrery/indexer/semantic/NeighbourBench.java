package dev.orrery.indexer.semantic;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Language;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Nearest neighbours by binary codes and a second look at exact vectors, against exact search: recall at 10 and milliseconds. The
 * vectors are latent semantics of pieces of real source, of as many dimensions and bits as asked; without a folder they are drawn
 * by a seed around {@link #A_CLUSTER} times fewer centres, at distances that differ.
 *
 * <pre>java -cp CLASSPATH dev.orrery.indexer.semantic.NeighbourBench COUNT DIMENSIONS BITS CANDIDATES [FOLDER…]</pre>
 */
public final class NeighbourBench {
    private static final int QUERIES = 200;
    private static final int LINES_A_PIECE = 8;
    private static final int LEARNED = 40_000;
    private static final int MOST_TERMS = 4096;
    private static final int A_CLUSTER = 100;

    private final int dimensions;
    private final List<TermBag> bags = new ArrayList<>();
    private final Terms terms = new Terms();

    private NeighbourBench(int dimensions) {
        this.dimensions = dimensions;
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int count = Integer.parseInt(arguments[0]);
        NeighbourBench bench = new NeighbourBench(Integer.parseInt(arguments[1]));
        int bits = Integer.parseInt(arguments[2]);
        for (int i = 4; i < arguments.length; i++) {
            bench.read(Path.of(arguments[i]), count);
        }
        float[][] vectors = bench.bags.isEmpty() ? bench.drawn(count) : bench.vectors();
        CodeProjection projection = new CodeProjection(bits);
        long[] codes = new long[vectors.length * bits / 64];
        IntStream.range(0, vectors.length)
                .parallel()
                .forEach(i -> BinaryCodes.encode(projection.project(vectors[i]), codes, i * bits / 64));
        for (String candidates : arguments[3].split(",")) {
            out.println(measure(vectors, new BinaryCodes(codes, bits / 64), projection, Integer.parseInt(candidates)));
        }
    }

    private void read(Path folder, int count) throws IOException {
        Language java = new Language("java");
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                String[] lines = Files.readString(file).split("\n");
                for (int at = 0; at + LINES_A_PIECE <= lines.length && bags.size() < count; at += LINES_A_PIECE) {
                    String text = String.join("\n", Arrays.copyOfRange(lines, at, at + LINES_A_PIECE));
                    var passage = new dev.orrery.api.Passage(java, "", "", "", "", text);
                    bags.add(Reading.of(passage, terms).counts());
                }
            }
        }
    }

    private float[][] vectors() throws InterruptedException {
        int[] frequencies = new int[terms.size()];
        for (TermBag bag : bags) {
            for (int term : bag.terms()) {
                frequencies[term]++;
            }
        }
        int[] order = IntStream.range(0, frequencies.length)
                .boxed()
                .sorted((a, b) -> frequencies[b] - frequencies[a])
                .limit(MOST_TERMS)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] row = new int[frequencies.length];
        Arrays.fill(row, -1);
        for (int i = 0; i < order.length; i++) {
            row[order[i]] = i;
        }
        SparseRows matrix = new SparseRows(order.length);
        Random random = new Random(1);
        for (TermBag bag : bags) {
            if (random.nextInt(bags.size()) < LEARNED) {
                for (int i = 0; i < bag.size(); i++) {
                    if (row[bag.terms()[i]] >= 0) {
                        matrix.add(row[bag.terms()[i]], weight(bag, i, frequencies));
                    }
                }
                matrix.endRow();
            }
        }
        float[] space;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            space = new RandomizedSvd(matrix, threads, Cancellation.NEVER)
                    .leading(dimensions, dimensions, 1)
                    .vectors();
        }
        return bags.stream()
                .parallel()
                .map(bag -> vector(bag, row, frequencies, space))
                .filter(vector -> Reranking.dot(vector, vector) > 0)
                .toArray(float[][]::new);
    }

    private float[][] drawn(int count) {
        Random random = new Random(4);
        float[][] centres = new float[Math.max(1, count / A_CLUSTER)][];
        Arrays.setAll(centres, i -> around(new float[dimensions], 1, random));
        long[] seeds = random.longs(count).toArray();
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> {
                    Random own = new Random(seeds[i]);
                    return around(centres[own.nextInt(centres.length)], 0.3f + 0.7f * own.nextFloat(), own);
                })
                .toArray(float[][]::new);
    }

    /** A vector of length 1 in the direction of {@code centre}, which has length 1, and something of the length {@code away}. */
    private float[] around(float[] centre, float away, Random random) {
        float[] vector = new float[dimensions];
        for (int k = 0; k < dimensions; k++) {
            vector[k] = centre[k] + away / (float) Math.sqrt(dimensions) * (float) random.nextGaussian();
        }
        float length = (float) Math.sqrt(Reranking.dot(vector, vector));
        for (int k = 0; k < dimensions; k++) {
            vector[k] /= length;
        }
        return vector;
    }

    private float weight(TermBag bag, int i, int[] frequencies) {
        return (float) (Math.sqrt(bag.weights()[i]) * Math.log(1 + bags.size() / (1.0 + frequencies[bag.terms()[i]])));
    }

    private float[] vector(TermBag bag, int[] row, int[] frequencies, float[] space) {
        float[] sum = new float[dimensions];
        for (int i = 0; i < bag.size(); i++) {
            int at = row[bag.terms()[i]] * dimensions;
            float weight = weight(bag, i, frequencies);
            for (int k = 0; k < dimensions && at >= 0; k++) {
                sum[k] += weight * space[at + k];
            }
        }
        float length = (float) Math.sqrt(Reranking.dot(sum, sum));
        for (int k = 0; k < dimensions && length > 0; k++) {
            sum[k] /= length;
        }
        return sum;
    }

    private static String measure(float[][] vectors, BinaryCodes codes, CodeProjection projection, int candidates) {
        Random random = new Random(2);
        double recall = 0;
        double[] millis = new double[QUERIES];
        double[] processor = new double[QUERIES];
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        for (int q = 0; q < QUERIES; q++) {
            float[] query = vectors[random.nextInt(vectors.length)];
            int[] exact =
                    best(vectors, query, IntStream.range(0, vectors.length).toArray());
            long start = System.nanoTime();
            long startProcessor = threads.getCurrentThreadCpuTime();
            int[] near = codes.bits() > 64
                    ? codes.nearest(projection.code(query), candidates)
                    : codes.nearest(projection.project(query), candidates);
            int[] found = best(vectors, query, near);
            processor[q] = (threads.getCurrentThreadCpuTime() - startProcessor) / 1e6;
            millis[q] = (System.nanoTime() - start) / 1e6;
            float worst = Reranking.dot(query, vectors[exact[exact.length - 1]]) - 1e-6f;
            recall += Arrays.stream(found)
                            .filter(i -> Reranking.dot(query, vectors[i]) >= worst)
                            .count()
                    / (double) exact.length;
        }
        Arrays.sort(millis);
        Arrays.sort(processor);
        return String.format(
                Locale.ROOT,
                "%d vectors, %d candidates: recall@10 %.3f, p50 %.2f ms, p95 %.2f ms; processor p50 %.2f ms, p95 %.2f ms",
                vectors.length,
                candidates,
                recall / QUERIES,
                millis[QUERIES / 2],
                millis[(int) (QUERIES * 0.95)],
                processor[QUERIES / 2],
                processor[(int) (QUERIES * 0.95)]);
    }

    /** The ten of {@code among} nearest to the query. */
    private static int[] best(float[][] vectors, float[] query, int[] among) {
        float[] near = new float[among.length];
        IntStream range = IntStream.range(0, among.length);
        (among.length > 100_000 ? range.parallel() : range)
                .forEach(i -> near[i] = Reranking.dot(query, vectors[among[i]]));
        int[] best = new int[Math.min(10, among.length)];
        int size = 0;
        for (int i = 0; i < among.length; i++) {
            if (size < best.length || near[i] > near[best[size - 1]]) {
                int at = size < best.length ? size++ : size - 1;
                for (; at > 0 && near[best[at - 1]] < near[i]; at--) {
                    best[at] = best[at - 1];
                }
                best[at] = i;
            }
        }
        return Arrays.stream(best).map(i -> among[i]).toArray();
    }
}
