package dev.orrery.indexer.text;

import dev.orrery.api.Cancellation;
import dev.orrery.api.TextHit;
import dev.orrery.indexer.scan.TextBlocks;
import dev.orrery.indexer.text.regex.BlockMatcher;
import dev.orrery.indexer.text.regex.WorkLimit;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** One run of a pattern over files. */
final class Search {
    private static final int FILES_AT_ONCE = 16;
    private static final int CHOICE = 4;

    private final Path root;
    private final TextPattern pattern;
    private final Cancellation cancellation;
    private final WorkLimit work;
    private final Queue<Tools> idle = new ConcurrentLinkedQueue<>();

    /** What one thread needs and the next can reuse. */
    private record Tools(TextBlocks blocks, BlockMatcher matcher) {}

    Search(Path root, TextPattern pattern, Cancellation cancellation) {
        this.root = root;
        this.pattern = pattern;
        this.cancellation = cancellation;
        this.work = new WorkLimit(cancellation);
    }

    /** Sends all hits in {@code files} to {@code sink}, in their order. */
    void all(List<String> files, Consumer<TextHit> sink) {
        work(files, Integer.MAX_VALUE).run(hits -> {
            cancellation.throwIfRequested();
            hits.forEach(sink);
            return true;
        });
    }

    /**
     * Sends the best hits to {@code sink}, best first. The most promising files are searched first, and only as many as
     * give a few times what is asked for.
     *
     * @return whether these are all hits
     */
    boolean best(List<String> files, int limit, HitRanking ranking, Consumer<TextHit> sink) {
        record Ranked(TextHit hit, double score) {}
        Map<String, Double> promise = new HashMap<>();
        files.forEach(file -> promise.put(file, ranking.file(file)));
        List<String> promising = new ArrayList<>(files);
        promising.sort(Comparator.comparing((String file) -> -promise.getOrDefault(file, 0.0))
                .thenComparing(Comparator.naturalOrder()));
        long enough = (long) limit * CHOICE;
        List<Ranked> found = new ArrayList<>();
        boolean complete = work(promising, limit + 1).run(hits -> {
            cancellation.throwIfRequested();
            hits.forEach(hit -> found.add(new Ranked(hit, promise.getOrDefault(hit.path(), 0.0) + ranking.hit(hit))));
            return found.size() < enough;
        });
        found.sort(Comparator.comparingDouble(Ranked::score).reversed());
        found.stream().limit(limit).map(Ranked::hit).forEach(sink);
        return complete && found.size() <= limit;
    }

    /** @param mostInFile how many hits of one file are kept */
    private OrderedWork<List<TextHit>> work(List<String> files, int mostInFile) {
        int chunks = (files.size() + FILES_AT_ONCE - 1) / FILES_AT_ONCE;
        return new OrderedWork<>(chunks, chunk -> hits(files, chunk, mostInFile));
    }

    private List<TextHit> hits(List<String> files, int chunk, int mostInFile) {
        Tools tools = idle.poll();
        if (tools == null) {
            tools = new Tools(new TextBlocks(), pattern.matchers().apply(work));
        }
        List<TextHit> hits = new ArrayList<>();
        int end = Math.min(files.size(), (chunk + 1) * FILES_AT_ONCE);
        for (String path : files.subList(chunk * FILES_AT_ONCE, end)) {
            FileHits found = new FileHits(path, tools.matcher, mostInFile, cancellation);
            try {
                tools.blocks.read(root.resolve(path), found);
            } catch (NoSuchFileException goneMeanwhile) {
                continue;
            } catch (IOException unreadable) {
                System.getLogger(Search.class.getName())
                        .log(System.Logger.Level.WARNING, "a file could not be searched: {0}", unreadable.toString());
            }
            hits.addAll(found.hits());
        }
        idle.add(tools);
        return hits;
    }
}
