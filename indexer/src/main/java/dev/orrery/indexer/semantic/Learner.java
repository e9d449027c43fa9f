package dev.orrery.indexer.semantic;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Embedder;
import dev.orrery.api.OrreryException;
import dev.orrery.api.Passage;
import dev.orrery.base.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The long work: reads a snapshot's declarations on threads of its own, learns a space from them and embeds them. What comes out
 * does not depend on the number of threads.
 */
final class Learner implements AutoCloseable {
    private static final int MOST_LEARNED = 80_000;
    private static final int FILES_A_TASK = 16;
    private static final double DRIFT = 0.5;
    private static final long SEED = 3;

    private final CodeGraph graph;
    private final PassageSource source;
    private final Terms terms;
    private final Translation translation;
    private final Progress progress;
    private final Cancellation cancellation;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform()
                    .name("meaning-", 0)
                    .daemon()
                    .priority(Thread.MIN_PRIORITY)
                    .factory());

    Learner(
            CodeGraph graph,
            PassageSource source,
            Terms terms,
            Translation translation,
            Progress progress,
            Cancellation cancellation) {
        this.graph = graph;
        this.source = source;
        this.terms = terms;
        this.translation = translation;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    static long count(CodeGraph graph, List<Integer> files) {
        return files.stream()
                .mapToLong(file -> SemanticIndex.searched(graph, file).length)
                .sum();
    }

    /** Whether so much was folded in since the space was learned that it no longer fits the repository. */
    static boolean hasDrifted(LatentEmbedder embedder, long folded, int declarations) {
        long learned = embedder.latent().stored().declarations();
        return folded > 100 + DRIFT * Math.min(Math.max(learned, declarations), MOST_LEARNED);
    }

    /** Learns from all declarations, or where there are too many from files drawn at random. */
    LatentEmbedder learn() throws InterruptedException {
        List<Integer> files = sample();
        List<TermBag> bags = new ArrayList<>();
        double length = 0;
        for (List<Learned> ofFile : inParallel(files, "indexer.stage.learning", this::learned)) {
            for (Learned declaration : ofFile) {
                bags.add(declaration.bag());
                length += declaration.length();
            }
        }
        LatentSpace latent = LatentSpace.learn(bags, length / Math.max(1, bags.size()), terms, threads, cancellation);
        return new LatentEmbedder(latent, terms, translation);
    }

    private List<Integer> sample() {
        Integer[] files = new Integer[graph.fileCount()];
        Arrays.setAll(files, file -> file);
        List<Integer> shuffled = Arrays.asList(files);
        java.util.Collections.shuffle(shuffled, new Random(SEED));
        List<Integer> chosen = new ArrayList<>();
        int declarations = 0;
        for (int file : shuffled) {
            if (declarations < MOST_LEARNED) {
                chosen.add(file);
                declarations += SemanticIndex.searched(graph, file).length;
            }
        }
        chosen.sort(null);
        return chosen;
    }

    /** What learning needs of a declaration: its terms and how many were counted. */
    private record Learned(TermBag bag, float length) {}

    private List<Learned> learned(int file) {
        return passages(file).stream()
                .map(passage -> Reading.of(passage, terms))
                .map(reading -> new Learned(reading.mixed(), reading.counts().sum()))
                .toList();
    }

    /** The passages of a file; none where it cannot be read any more. */
    private List<Passage> passages(int file) {
        try {
            int[] symbols = SemanticIndex.searched(graph, file);
            if (symbols.length == 0) {
                return List.of();
            }
            Passages passages = new Passages(graph, file, source.read(graph.path(file)));
            return Arrays.stream(symbols).mapToObj(passages::of).toList();
        } catch (OrreryException gone) {
            return List.of();
        }
    }

    /** The codes of files' declarations. A file that cannot be read any more is left out. */
    TreeMap<Integer, long[]> embed(Embedder embedder, CodeProjection projection, List<Integer> files)
            throws InterruptedException {
        List<long[]> codes = inParallel(files, "indexer.stage.embedding", file -> {
            List<Passage> passages = passages(file);
            List<float[]> vectors = embedder.embed(passages, cancellation).join();
            long[] of = new long[vectors.size()];
            for (int i = 0; i < of.length; i++) {
                of[i] = projection.code(vectors.get(i))[0];
            }
            return of;
        });
        TreeMap<Integer, long[]> byFile = new TreeMap<>();
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i).length > 0) {
                byFile.put(files.get(i), codes.get(i));
            }
        }
        return byFile;
    }

    private <T> List<T> inParallel(List<Integer> files, String stage, java.util.function.IntFunction<T> work)
            throws InterruptedException {
        AtomicInteger done = new AtomicInteger();
        List<Callable<List<T>>> tasks = new ArrayList<>();
        for (int from = 0; from < files.size(); from += FILES_A_TASK) {
            List<Integer> some = files.subList(from, Math.min(files.size(), from + FILES_A_TASK));
            tasks.add(() -> {
                List<T> results = new ArrayList<>();
                for (int file : some) {
                    cancellation.throwIfRequested();
                    results.add(work.apply(file));
                    progress.at(stage, done.incrementAndGet(), files.size());
                }
                return results;
            });
        }
        List<T> all = new ArrayList<>();
        for (Future<List<T>> task : threads.invokeAll(tasks)) {
            try {
                all.addAll(task.get());
            } catch (ExecutionException failed) {
                switch (failed.getCause()) {
                    case CancellationException cancelled -> throw cancelled;
                    case RuntimeException unexpected -> throw unexpected;
                    case Error fatal -> throw fatal;
                    case null, default -> throw new IllegalStateException(failed);
                }
            }
        }
        return all;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
