package dev.orrery.models.ngram;

import java.util.Arrays;

/** Looks up what followed the context of a caret, in the project, the folder and the open text, and puts it on a {@link Board}. Not safe for threads. */
final class Evidence {
    /** Lengths of contexts that are told apart: 1 to 6 tokens, 9 at least, 14 at least. */
    static final int LENGTHS = 8;

    static final int FILE = 0;
    static final int FOLDER = FILE + LENGTHS;
    static final int PROJECT = FOLDER + LENGTHS;
    static final int LINK_FINE = PROJECT + LENGTHS;
    static final int LINK_COARSE = LINK_FINE + 1;
    static final int FILE_LINK_FINE = LINK_COARSE + 1;
    static final int FILE_LINK_COARSE = FILE_LINK_FINE + 1;
    static final int NEWEST = FILE_LINK_COARSE + 1;
    static final int SHAPES_SHORT = NEWEST + 1;
    static final int SHAPES_LONG = SHAPES_SHORT + 1;
    static final int FILE_SHAPES_SHORT = SHAPES_LONG + 1;
    static final int FILE_SHAPES_LONG = FILE_SHAPES_SHORT + 1;
    static final int COLUMNS = FILE_SHAPES_LONG + 1;
    private static final int SHORT = 4;
    private static final int LONG_SHAPES = 7;

    private static final int LONG = 9;
    private static final int LONGER = 14;
    private static final int SAMPLED = 96;
    private static final int SAMPLED_OF_SHORT = 192;
    private static final int THRIFT = 3;
    private static final int SAMPLED_ENDS = 24;
    private static final int SHAPES = 256;

    private int sampled = SAMPLED;
    private int sampledOfShort = SAMPLED_OF_SHORT;
    private final OpenText text;
    private final Board board;
    private final float[] shapes = new float[SHAPES];
    private final float[] longestShapes = new float[SHAPES];
    private int shapeLength;
    private float shapeTotal;

    Evidence(OpenText text, Board board) {
        this.text = text;
        this.board = board;
    }

    /** Whether to look at fewer occurrences, where only the likeliest tokens matter. */
    void setThrifty(boolean isThrifty) {
        sampled = isThrifty ? SAMPLED / THRIFT : SAMPLED;
        sampledOfShort = isThrifty ? SAMPLED_OF_SHORT / THRIFT : SAMPLED_OF_SHORT;
    }

    /** A stretch of positions that does not count: the file that is open. */
    record Range(int from, int to) {
        static final Range NONE = new Range(0, 0);

        boolean has(int position) {
            return position >= from && position < to;
        }
    }

    /**
     * Counts by the words right before.
     *
     * @param itself the open file, where the shard has it
     * @param column of the shortest context
     */
    void words(Shard shard, Range itself, int column, int end, boolean line) {
        ContextOrder order = shard.words().words();
        int[] cells = text.cells();
        int first = order.first(line);
        int last = order.last(line);
        int firstEnd = order.first(true);
        int lastEnd = line ? firstEnd : order.last(true);
        for (int distance = 1; distance <= Segment.DEPTH && distance <= end; distance++) {
            int token = cells[end - distance] & Segment.MASK;
            if (Words.isOwn(token)) {
                return;
            }
            first = order.seek(first, last, distance, token);
            last = order.seek(first, last, distance, token + 1);
            firstEnd = order.seek(firstEnd, lastEnd, distance, token);
            lastEnd = order.seek(firstEnd, lastEnd, distance, token + 1);
            if (first == last && firstEnd == lastEnd) {
                return;
            }
            boolean deepest = distance == Segment.DEPTH;
            sample(shard, itself, first, last, column, distance, end, false);
            sample(shard, itself, firstEnd, lastEnd, column, distance, end, true);
            if (deepest || token == Vocabulary.EDGE) {
                return;
            }
        }
    }

    private void sample(Shard shard, Range itself, int first, int last, int column, int length, int end, boolean ends) {
        int found = last - first;
        int most = ends ? SAMPLED_ENDS : length < 3 ? sampledOfShort : sampled;
        int looked = Math.min(found, most);
        float each = looked == 0 ? 0 : found / (float) looked;
        int[] stream = shard.words().stream();
        for (int at = 0; at < looked; at++) {
            int position = shard.words().words().position(first + (int) ((2L * at + 1) * found / (2L * looked)));
            if (itself.has(position) || shard.gone().get(position)) {
                continue;
            }
            int token = ends ? Vocabulary.LINE_END : stream[position] & Segment.MASK;
            board.add(token, column + length - 1, each);
            board.gap(board.row(token), stream[position] >>> Segment.GAP_SHIFT, each * length);
            if (length == Segment.DEPTH) {
                int matched = matched(stream, position, end, LONGER);
                if (matched >= LONG) {
                    board.add(token, column + length, each);
                }
                if (matched >= LONGER) {
                    board.add(token, column + length + 1, each);
                }
            }
        }
    }

    private int matched(int[] stream, int position, int end, int most) {
        int[] cells = text.cells();
        int length = 0;
        while (length < most
                && length < position
                && length < end
                && (stream[position - length - 1] & Segment.MASK) == (cells[end - length - 1] & Segment.MASK)
                && (cells[end - length - 1] & Segment.MASK) != Vocabulary.EDGE) {
            length++;
        }
        return length;
    }

    /** Counts by the words right before, in the open text. */
    void openText(int end, boolean line) {
        int[] cells = text.cells();
        int longest = 0;
        int newest = -1;
        int position = text.latestBehind(cells[end - 1] & Segment.MASK);
        for (int looked = 0; position > 0 && looked < 4 * sampled; looked++) {
            boolean starts = Segment.isLineStart(cells[position]);
            if (starts || !line) {
                int token = starts && !line ? Vocabulary.LINE_END : cells[position] & Segment.MASK;
                int matched = 1 + matched(cells, position - 1, end - 1, LONGER - 1);
                int steps = matched >= LONGER ? 8 : matched >= LONG ? 7 : Math.min(matched, Segment.DEPTH);
                int row = board.row(token);
                for (int step = 0; step < steps; step++) {
                    board.add(row, FILE + step, 1, 1);
                }
                board.gap(row, cells[position] >>> Segment.GAP_SHIFT, 2 * steps);
                if (matched > longest) {
                    longest = matched;
                    newest = row;
                }
            }
            position = text.previous(position);
        }
        if (newest >= 0) {
            board.add(newest, NEWEST, 1, 1);
        }
    }

    /** Counts by {@link Links}, in the project. */
    void links(Shard shard, Range itself, int end, boolean line) {
        linked(shard, itself, text.link(end, line), false);
        if (!line) {
            linked(shard, itself, text.link(end, true), true);
        }
    }

    private void linked(Shard shard, Range itself, int key, boolean ends) {
        if (key == 0) {
            return;
        }
        Links links = shard.links();
        int first = links.seek(Links.coarse(key));
        int last = links.seek(Links.coarseEnd(key) + 1);
        take(shard, itself, first, last, LINK_COARSE, ends);
        take(shard, itself, links.seek(key), links.seek(key + 1), LINK_FINE, ends);
    }

    private void take(Shard shard, Range itself, int first, int last, int column, boolean ends) {
        int found = Math.max(0, last - first);
        int looked = Math.min(found, ends ? SAMPLED_ENDS : sampled);
        for (int at = 0; at < looked; at++) {
            int position = shard.links().position(first + (int) ((2L * at + 1) * found / (2L * looked)));
            if (!itself.has(position) && !shard.gone().get(position)) {
                int token = ends ? Vocabulary.LINE_END : shard.words().stream()[position] & Segment.MASK;
                board.add(token, column, found / (float) looked);
            }
        }
    }

    /** Counts by {@link Links}, in the open text. */
    void openLinks(int end, boolean line) {
        openLinked(text.link(end, line), false);
        if (!line) {
            openLinked(text.link(end, true), true);
        }
    }

    /** Counts by the shapes right before, in the open text. */
    void openShapes(int end, boolean line) {
        openShaped(end, line, false);
        if (!line) {
            openShaped(end, true, true);
        }
    }

    private void openShaped(int end, boolean line, boolean ends) {
        int position = text.latestShaped(end, line);
        for (int looked = 0; position > 0 && looked < sampled; looked++) {
            int row = board.row(ends ? Vocabulary.LINE_END : text.cells()[position] & Segment.MASK);
            board.add(row, FILE_SHAPES_SHORT, 1, 1);
            if (text.isShaped(position, end, line)) {
                board.add(row, FILE_SHAPES_LONG, 1, 1);
            }
            position = text.previousShaped(position);
        }
    }

    private void openLinked(int key, boolean ends) {
        int position = key == 0 ? 0 : text.latestLinked(key);
        for (int looked = 0; position > 0 && looked < sampled; looked++) {
            int token = ends ? Vocabulary.LINE_END : text.cells()[position] & Segment.MASK;
            int row = board.row(token);
            board.add(row, FILE_LINK_COARSE, 1, 1);
            if (text.link(position) == key) {
                board.add(row, FILE_LINK_FINE, 1, 1);
            }
            position = text.previousLinked(position);
        }
    }

    /**
     * The probabilities of the shapes of the next token, contexts of all lengths mixed; {@link Shape#EDGE} is the end of the line.
     *
     * @param shards those that are looked at
     * @param ranges the open file in each of them
     */
    void shapes(Shard[] shards, Range[] ranges, int end, boolean line) {
        Arrays.fill(shapes, 1f / SHAPES);
        Arrays.fill(longestShapes, 0);
        shapeLength = 0;
        shapeTotal = 0;
        int[] firsts = new int[2 * shards.length];
        int[] lasts = new int[2 * shards.length];
        for (int part = 0; part < shards.length; part++) {
            ContextOrder order = shards[part].shapes();
            firsts[2 * part] = order.first(line);
            lasts[2 * part] = order.last(line);
            firsts[2 * part + 1] = order.first(true);
            lasts[2 * part + 1] = line ? order.first(true) : order.last(true);
        }
        float[] counts = new float[SHAPES];
        for (int distance = 1; distance <= shards[0].shapes().depth() && distance <= end; distance++) {
            int cell = text.cells()[end - distance];
            int symbol = Shard.symbol(cell, text.words().shape(cell & Segment.MASK));
            Arrays.fill(counts, 0);
            float total = 0;
            for (int half = 0; half < firsts.length; half++) {
                ContextOrder order = shards[half / 2].shapes();
                firsts[half] = order.seek(firsts[half], lasts[half], distance, symbol);
                lasts[half] = order.seek(firsts[half], lasts[half], distance, symbol + 1);
                total += shaped(
                        shards[half / 2], ranges[half / 2], firsts[half], lasts[half], half % 2 > 0, distance, counts);
            }
            if (total == 0) {
                return;
            }
            float prior = distance == 1 ? 1 : 2;
            for (int shape = 0; shape < SHAPES; shape++) {
                shapes[shape] = (counts[shape] + prior * shapes[shape]) / (total + prior);
            }
            System.arraycopy(counts, 0, longestShapes, 0, SHAPES);
            shapeLength = distance;
            shapeTotal = total;
            if ((cell & Segment.MASK) == Vocabulary.EDGE) {
                return;
            }
        }
    }

    private float shaped(Shard shard, Range itself, int first, int last, boolean ends, int distance, float[] counts) {
        int found = last - first;
        int looked = Math.min(found, ends ? SAMPLED_ENDS : sampled);
        float sum = 0;
        int column = distance == SHORT ? SHAPES_SHORT : distance == LONG_SHAPES ? SHAPES_LONG : -1;
        int[] stream = shard.words().stream();
        for (int at = 0; at < looked; at++) {
            int position = shard.shapes().position(first + (int) ((2L * at + 1) * found / (2L * looked)));
            if (!itself.has(position) && !shard.gone().get(position)) {
                float each = found / (float) looked;
                counts[ends ? 0 : text.words().shape(stream[position] & Segment.MASK)] += each;
                sum += each;
                if (column >= 0) {
                    board.add(ends ? Vocabulary.LINE_END : stream[position] & Segment.MASK, column, each);
                }
            }
        }
        return sum;
    }

    float shape(int shape) {
        return shapes[shape];
    }

    float longestShape(int shape) {
        return longestShapes[shape];
    }

    int shapeLength() {
        return shapeLength;
    }

    float shapeTotal() {
        return shapeTotal;
    }
}
