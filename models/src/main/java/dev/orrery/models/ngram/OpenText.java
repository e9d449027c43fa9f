package dev.orrery.models.ngram;

import java.util.Arrays;

/**
 * The tokens of the text that is being written: code from elsewhere, what stands behind the caret, and last what stands before it. Positions
 * are chained by the token before them and by their {@link Links} context, the latest first. Grows at the end as the user types;
 * behind the end there is room for tokens that are only tried. Not safe for threads.
 */
final class OpenText {
    /** Tokens that can be tried behind the end. */
    static final int TRIED = 64;

    private static final int NONE = 0;
    private static final int SHORT_SHAPES = 3;
    private static final int LONG_SHAPES = 5;

    private final Words words;
    private int[] cells = new int[1024];
    private int[] previous = new int[1024];
    private int[] previousLink = new int[1024];
    private int[] links = new int[1024];
    private int size;
    private int begin;
    private final IntTable byBefore = new IntTable();
    private final IntTable byLink = new IntTable();
    private final IntTable seen = new IntTable();
    private final IntTable counts = new IntTable();
    private final IntTable types = new IntTable();
    private int[] previousShaped = new int[1024];
    private int[] shaped = new int[1024];
    private final IntTable byShapes = new IntTable();
    private final Blocks blocks = new Blocks();

    OpenText(Words words) {
        this.words = words;
    }

    Words words() {
        return words;
    }

    /** The tokens, those that are tried among them; only as far as they are known now. */
    int[] cells() {
        return cells;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** Where the text before the caret begins. */
    int begin() {
        return begin;
    }

    /** A new text begins here. */
    void edge() {
        types.clear();
        begin = size;
        push(Vocabulary.EDGE);
    }

    /** Appends a token. */
    void add(int cell) {
        int at = size;
        int before = cells[at - 1] & Segment.MASK;
        push(cell);
        previous[at] = byBefore.get(before, NONE);
        byBefore.put(before, at);
        links[at] = Links.key(cells, at, Segment.isLineStart(cell), types, words::shape);
        if (links[at] != 0) {
            int coarse = Links.coarse(links[at]);
            previousLink[at] = byLink.get(coarse, NONE);
            byLink.put(coarse, at);
        }
        shaped[at] = shapes(at, Segment.isLineStart(cell), LONG_SHAPES);
        int shapes = shapes(at, Segment.isLineStart(cell), SHORT_SHAPES);
        previousShaped[at] = byShapes.get(shapes, NONE);
        byShapes.put(shapes, at);
        blocks.add(cells, at, words);
        int token = cell & Segment.MASK;
        seen.put(token, at);
        counts.put(token, counts.get(token, 0) + 1);
        Links.declare(cells, at + 1, types, words::shape);
    }

    private void push(int cell) {
        if (size + 1 + TRIED >= cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
            previous = Arrays.copyOf(previous, cells.length);
            previousLink = Arrays.copyOf(previousLink, cells.length);
            links = Arrays.copyOf(links, cells.length);
            previousShaped = Arrays.copyOf(previousShaped, cells.length);
            shaped = Arrays.copyOf(shaped, cells.length);
        }
        previous[size] = NONE;
        links[size] = 0;
        cells[size++] = cell;
    }

    /** The latest position behind a token, or 0. */
    int latestBehind(int token) {
        return byBefore.get(token, NONE);
    }

    /** The one before it, or 0. */
    int previous(int position) {
        return previous[position];
    }

    /** The latest position with the wider context of a key, or 0. */
    int latestLinked(int key) {
        return byLink.get(Links.coarse(key), NONE);
    }

    int previousLinked(int position) {
        return previousLink[position];
    }

    /** The {@link Links} context of a position. */
    int link(int position) {
        return links[position];
    }

    /** The context of a position that may be tried. */
    int link(int at, boolean line) {
        return Links.key(cells, at, line, types, words::shape);
    }

    /** The latest position behind the same shapes as one that may be tried, or 0. */
    int latestShaped(int at, boolean line) {
        return byShapes.get(shapes(at, line, SHORT_SHAPES), NONE);
    }

    int previousShaped(int position) {
        return previousShaped[position];
    }

    /** Whether more shapes before it are the same too. */
    boolean isShaped(int position, int at, boolean line) {
        return shaped[position] == shapes(at, line, LONG_SHAPES);
    }

    private int shapes(int at, boolean line, int count) {
        int hash = line ? 1 : 2;
        for (int back = 1; back <= Math.min(count, at); back++) {
            int cell = cells[at - back];
            hash = hash * 769 + Shard.symbol(cell, words.shape(cell & Segment.MASK));
        }
        return hash;
    }

    /** What is declared where. */
    Blocks blocks() {
        return blocks;
    }

    /** Where a token stands last, or 0. */
    int lastSeen(int token) {
        return seen.get(token, NONE);
    }

    int count(int token) {
        return counts.get(token, 0);
    }
}
