package dev.orrery.models.ngram;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What is known of some files: their tokens by the words, by the shapes and by the {@link Links} before them. Immutable.
 *
 * @param words all of their tokens
 * @param shapes of many files a part is looked at only
 * @param links contexts that are not the tokens right before
 * @param gone positions of files that are no longer as they were
 */
record Shard(Segment words, ContextOrder shapes, Links links, BitSet gone) {
    private static final int SHAPE_DEPTH = 10;
    private static final int SHAPED = 1_000_000;
    private static final int LINE = 256;

    static Shard of(List<Slice> files, Vocabulary vocabulary) {
        byte[] shapes = vocabulary.shapes();
        int[] stream = Segment.joined(files);
        CompletableFuture<Segment> words = CompletableFuture.supplyAsync(() -> Segment.of(stream));
        int[] places = Segment.places(stream, 1 + stream.length / SHAPED);
        ContextOrder byShapes =
                new ContextOrder(stream, places, SHAPE_DEPTH, cell -> symbol(cell, shapes[cell & Segment.MASK]));
        Links links = new Links(stream, token -> shapes[token] & 255);
        return new Shard(words.join(), byShapes, links, new BitSet());
    }

    /** One that is looked up by words only. */
    static Shard ofWords(List<Slice> files) {
        Segment words = Segment.of(Segment.joined(files));
        return new Shard(words, new ContextOrder(new int[0], new int[0], 0, cell -> 0), Links.EMPTY, new BitSet());
    }

    Shard without(BitSet positions) {
        return new Shard(words, shapes, links, positions);
    }

    /** The shape of a token and whether it begins a line, in a number. */
    static int symbol(int cell, int shape) {
        return shape & 255 | (Segment.isLineStart(cell) ? LINE : 0);
    }

    long bytes() {
        return words.bytes() + 4L * shapes.size() + links.bytes() + gone.size() / 8;
    }
}
