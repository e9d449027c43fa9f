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
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** One run of a pattern over files. */
final class Search {
    private static final int FILES_AT_ONCE = 16;

    private final Path root;
    private final TextPattern pattern;
    private final int limit;
    private final Cancellation cancellation;
    private final WorkLimit work;
    private final Queue<Tools> idle = new ConcurrentLinkedQueue<>();

    /** What one thread needs and the next can reuse. */
    private record Tools(TextBlocks blocks, BlockMatcher matcher) {}

    Search(Path root, TextPattern pattern, int limit, Cancellation cancellation) {
        this.root = root;
        this.pattern = pattern;
        this.limit = limit;
        this.cancellation = cancellation;
        this.work = new WorkLimit(cancellation);
    }

    /** Sends the hits in {@code files} to {@code sink}, in their order; whether the limit left none out. */
    boolean run(List<String> files, Consumer<TextHit> sink) {
        int chunks = (files.size() + FILES_AT_ONCE - 1) / FILES_AT_ONCE;
        int[] room = {limit};
        return new OrderedWork<List<TextHit>>(chunks, chunk -> hits(files, chunk)).run(hits -> {
            cancellation.throwIfRequested();
            int sent = Math.min(room[0], hits.size());
            hits.subList(0, sent).forEach(sink);
            room[0] -= sent;
            return sent == hits.size();
        });
    }

    private List<TextHit> hits(List<String> files, int chunk) {
        Tools tools = idle.poll();
        if (tools == null) {
            tools = new Tools(new TextBlocks(), pattern.matchers().apply(work));
        }
        List<TextHit> hits = new ArrayList<>();
        int end = Math.min(files.size(), (chunk + 1) * FILES_AT_ONCE);
        for (String path : files.subList(chunk * FILES_AT_ONCE, end)) {
            FileHits found = new FileHits(path, tools.matcher, cancellation);
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
