package dev.orrery.indexer.text;

import dev.orrery.api.Cancellation;
import dev.orrery.api.TextHit;
import dev.orrery.indexer.scan.TextBlocks;
import dev.orrery.indexer.text.regex.BlockMatcher;
import dev.orrery.indexer.text.regex.WorkLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.lucene.util.FixedBitSet;

/** One run of a pattern over files. */
final class Search {
    private static final int FILES_AT_ONCE = 16;
    private static final int CHOICE = 2;

    private final Texts texts;
    private final FileTable files;
    private final TextPattern pattern;
    private final WorkLimit work;
    private final Cancellation cancellation;
    private final Queue<Tools> idle = new ConcurrentLinkedQueue<>();

    /** What one thread needs and the next can reuse. */
    private record Tools(TextBlocks blocks, BlockMatcher matcher) {}

    /** The hits of one file. */
    private record Found(int file, List<TextHit> hits) {}

    Search(Texts texts, FileTable files, TextPattern pattern, WorkLimit work, Cancellation cancellation) {
        this.texts = texts;
        this.files = files;
        this.pattern = pattern;
        this.work = work;
        this.cancellation = cancellation;
    }

    /** Sends all hits in {@code candidates} to {@code sink}, in the order of their paths. */
    void all(FixedBitSet candidates, Consumer<TextHit> sink) {
        work(numbers(candidates), Integer.MAX_VALUE).run(found -> {
            cancellation.throwIfRequested();
            found.forEach(file -> file.hits.forEach(sink));
            return true;
        });
    }

    /**
     * Sends the best hits to {@code sink}, best first. The most promising files are searched first, and only as many as
     * give twice what is asked for.
     *
     * @return whether these are all hits
     */
    boolean best(FixedBitSet candidates, int limit, HitRanking ranking, Consumer<TextHit> sink) {
        record Ranked(TextHit hit, double score) {}
        long enough = (long) limit * CHOICE;
        List<Ranked> ranked = new ArrayList<>();
        boolean complete = work(ranking.order(candidates), limit + 1).run(found -> {
            cancellation.throwIfRequested();
            for (Found file : found) {
                file.hits.forEach(hit -> ranked.add(new Ranked(hit, ranking.hit(file.file, hit))));
            }
            return ranked.size() < enough;
        });
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed());
        ranked.stream().limit(limit).map(Ranked::hit).forEach(sink);
        return complete && ranked.size() <= limit;
    }

    private static int[] numbers(FixedBitSet candidates) {
        int[] numbers = new int[candidates.cardinality()];
        int size = 0;
        for (int file = 0; file < candidates.length(); file++) {
            if (candidates.get(file)) {
                numbers[size++] = file;
            }
        }
        return numbers;
    }

    /** @param mostInFile how many hits of one file are kept */
    private OrderedWork<List<Found>> work(int[] order, int mostInFile) {
        int chunks = (order.length + FILES_AT_ONCE - 1) / FILES_AT_ONCE;
        return new OrderedWork<>(chunks, chunk -> search(order, chunk, mostInFile));
    }

    private List<Found> search(int[] order, int chunk, int mostInFile) {
        Tools used = idle.poll();
        Tools tools = used != null
                ? used
                : new Tools(new TextBlocks(), pattern.matchers().apply(work));
        List<Found> found = new ArrayList<>();
        int end = Math.min(order.length, (chunk + 1) * FILES_AT_ONCE);
        for (int i = chunk * FILES_AT_ONCE; i < end; i++) {
            String path = files.paths()[order[i]];
            List<TextHit> hits =
                    texts.hits(path, tools.blocks, () -> new FileHits(path, tools.matcher, mostInFile, cancellation));
            if (!hits.isEmpty()) {
                found.add(new Found(order[i], hits));
            }
        }
        idle.add(tools);
        return found;
    }
}
