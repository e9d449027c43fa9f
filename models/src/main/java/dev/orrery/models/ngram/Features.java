package dev.orrery.models.ngram;

import dev.orrery.models.ngram.Feature.Block;
import java.util.Arrays;
import java.util.Locale;

/** Turns what is on the {@link Board} into {@link Feature}s of each candidate. Not safe for threads. */
final class Features {
    private static final float BLEND = 1.5f;
    private static final float LITTLE = 0.1f;
    private static final float LINE_END_SHARE = 0.12f;
    private static final float NONE_SHARE = 0.02f;
    private static final int COPIES = 8;
    private static final int LINE_BACK = 40;
    private static final int[] OFTEN = {1, 3, 15};

    private final Census census;
    private final String fileName;
    private final OpenText text;
    private final Words words;
    private final Board board;
    private final Evidence evidence;
    private final int[] longest = new int[3];
    private int namedAsFile = -1;
    private int namedAsType = -1;
    private int namedAsPart = -1;
    private boolean joins;
    private long piecesOfLast;
    private long piecesOfLine;

    Features(Knowledge knowledge, OpenText text, Board board, Evidence evidence) {
        this.census = knowledge.census();
        this.fileName = knowledge.fileName();
        this.text = text;
        this.words = text.words();
        this.board = board;
        this.evidence = evidence;
    }

    /** Makes the file's name, and names that one gives to something of the type before the caret, candidates. */
    void likelyNames(Scene scene, int end) {
        if (namedAsFile < 0 && !fileName.isEmpty()) {
            namedAsFile = words.number(fileName, 0, fileName.length());
        }
        if (namedAsFile >= 0 && words.shape(namedAsFile) == Shape.UPPER) {
            board.row(namedAsFile);
        }
        namedAsType = -1;
        namedAsPart = -1;
        if (scene.last() == Shape.UPPER) {
            String type = words.word(text.cells()[end - 1] & Segment.MASK);
            String whole = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
            namedAsType = words.number(whole, 0, whole.length());
            board.row(namedAsType);
            int start = type.length() - 1;
            while (start > 0 && !Character.isUpperCase(type.charAt(start))) {
                start--;
            }
            if (start > 0) {
                String part = type.substring(start).toLowerCase(Locale.ROOT);
                namedAsPart = words.number(part, 0, part.length());
                board.row(namedAsPart);
            }
        }
    }

    /** Fills in the features of each row, and which gate of each block is open. */
    void fill(Scene scene, int end, Gap gap, float[] values, int[] gates) {
        Arrays.fill(values, 0, board.size() * Feature.COUNT, 0);
        joins = scene.joins();
        int[] columns = {Evidence.FILE, Evidence.FOLDER, Evidence.PROJECT};
        for (int level = 0; level < columns.length; level++) {
            longest[level] = longest(columns[level]);
            gates[Block.FILE.ordinal() + level] = levelGate(columns[level], longest[level]);
        }
        gates[Block.PLACE.ordinal()] = scene.place();
        gates[Block.SHAPE.ordinal()] = 4 * evidence.shapeLength() + often(evidence.shapeTotal());
        gates[Block.LINK.ordinal()] = pair(Evidence.LINK_FINE, Evidence.LINK_COARSE);
        gates[Block.FILE_LINK.ordinal()] = pair(Evidence.FILE_LINK_FINE, Evidence.FILE_LINK_COARSE);
        gates[Block.FILE_SHAPES.ordinal()] = pair(Evidence.FILE_SHAPES_LONG, Evidence.FILE_SHAPES_SHORT);
        pieces(end);
        for (int row = 0; row < board.size(); row++) {
            int from = row * Feature.COUNT;
            boolean none = row == 0;
            int token = board.token(row);
            int shape = none ? Shape.OPAQUE : token == Vocabulary.LINE_END ? Shape.EDGE : words.shape(token);
            float share = share(none, token);
            levels(row, token, share, values, from);
            others(row, shape, none, values, from);
            kind(token, shape, none, values, from);
            if (!none && Shape.isName(shape)) {
                name(token, scene, end, values, from);
            }
            brackets(shape, scene, values, from);
            set(values, from, Feature.SPACED, gap == Gap.SPACE ? Logarithm.of(board.spaced(row)) : 0);
            set(values, from, Feature.UNIGRAM, Logarithm.of(share));
        }
        copies(end, values);
    }

    private float share(boolean none, int token) {
        if (none) {
            return NONE_SHARE;
        }
        return token == Vocabulary.LINE_END ? LINE_END_SHARE : (census.count(token) + 0.5f) / (census.total() + 1000);
    }

    private int longest(int column) {
        int length = 0;
        while (length < Evidence.LENGTHS && board.total(column + length) > 0) {
            length++;
        }
        return length;
    }

    /** By the length of the longest context, how often it occurs, and whether always the same followed. */
    private int levelGate(int column, int length) {
        if (length == 0) {
            return 0;
        }
        float total = board.total(column + length - 1);
        float most = 0;
        for (int row = 0; row < board.size(); row++) {
            most = Math.max(most, board.sum(row, column + length - 1));
        }
        return 8 * length + 2 * often(total) + (most > 0.95f * total ? 1 : 0);
    }

    private static int often(float total) {
        int often = 0;
        while (often < OFTEN.length && total > OFTEN[often]) {
            often++;
        }
        return often;
    }

    private int pair(int fine, int coarse) {
        int narrow = board.total(fine) == 0 ? 0 : 1 + often(board.total(fine));
        int wide = board.total(coarse) == 0 ? 0 : 1 + often(board.total(coarse));
        return 5 * narrow + wide;
    }

    private void levels(int row, int token, float share, float[] values, int from) {
        float inFile = (text.count(token) + 2 * share) / (text.size() + 2);
        level(row, Evidence.FILE, longest[0], inFile, values, from + Feature.FILE_LONGEST.ordinal());
        level(row, Evidence.FOLDER, longest[1], share, values, from + Feature.FOLDER_LONGEST.ordinal());
        level(row, Evidence.PROJECT, longest[2], share, values, from + Feature.PROJECT_LONGEST.ordinal());
        set(values, from, Feature.FILE_NEWEST, board.sum(row, Evidence.NEWEST));
    }

    private void level(int row, int column, int length, float share, float[] values, int at) {
        float blend = share;
        for (int step = 0; step < length; step++) {
            blend = (board.sum(row, column + step) + BLEND * blend) / (board.total(column + step) + BLEND);
        }
        if (length > 0) {
            values[at] = smoothed(row, column + length - 1);
        }
        if (length > 1) {
            values[at + 1] = smoothed(row, column + length - 2);
        }
        values[at + 2] = Logarithm.of(blend);
    }

    private float smoothed(int row, int column) {
        float total = board.total(column);
        return total == 0 ? 0 : Logarithm.of((board.sum(row, column) + LITTLE) / (total + 1));
    }

    private void others(int row, int shape, boolean none, float[] values, int from) {
        float probability = evidence.shape(shape);
        float known = evidence.longestShape(shape);
        if (none) {
            probability = evidence.shape(Shape.LOWER)
                    + evidence.shape(Shape.UPPER)
                    + evidence.shape(Shape.CONSTANT)
                    + evidence.shape(Shape.TEXT)
                    + evidence.shape(Shape.NUMBER);
            known = evidence.longestShape(Shape.LOWER)
                    + evidence.longestShape(Shape.UPPER)
                    + evidence.longestShape(Shape.TEXT);
        }
        set(values, from, Feature.SHAPE_BLEND, Logarithm.of(Math.max(probability, 1e-9f)));
        set(values, from, Feature.SHAPE_LONGEST, Logarithm.of((known + LITTLE) / (evidence.shapeTotal() + 1)));
        set(values, from, Feature.LINK_FINE, smoothed(row, Evidence.LINK_FINE));
        set(values, from, Feature.LINK_COARSE, smoothed(row, Evidence.LINK_COARSE));
        set(values, from, Feature.FILE_LINK_FINE, smoothed(row, Evidence.FILE_LINK_FINE));
        set(values, from, Feature.FILE_LINK_COARSE, smoothed(row, Evidence.FILE_LINK_COARSE));
        set(values, from, Feature.SHAPES_SHORT, smoothed(row, Evidence.SHAPES_SHORT));
        set(values, from, Feature.SHAPES_LONG, smoothed(row, Evidence.SHAPES_LONG));
        set(values, from, Feature.FILE_SHAPES_SHORT, smoothed(row, Evidence.FILE_SHAPES_SHORT));
        set(values, from, Feature.FILE_SHAPES_LONG, smoothed(row, Evidence.FILE_SHAPES_LONG));
    }

    private static void kind(int token, int shape, boolean none, float[] values, int from) {
        if (none) {
            set(values, from, Feature.NONE, 1);
            return;
        }
        switch (shape) {
            case Shape.LOWER -> set(values, from, Feature.NAME, 1);
            case Shape.UPPER -> set(values, from, Feature.UPPER, 1);
            case Shape.CONSTANT -> set(values, from, Feature.CONSTANT, 1);
            case Shape.NUMBER -> set(values, from, Feature.NUMBER, 1);
            case Shape.TEXT -> set(values, from, Feature.TEXT, 1);
            case Shape.EDGE -> set(values, from, Feature.LINE_END, 1);
            default -> {}
        }
        set(values, from, Feature.UNLEARNED, Words.isOwn(token) ? 1 : 0);
    }

    private void name(int token, Scene scene, int end, float[] values, int from) {
        int count = census.count(token);
        int dotted = census.dotted(token);
        int fitting = scene.isBehindDot() ? dotted : count - dotted;
        set(values, from, Feature.DOTTED, count == 0 ? 0 : Logarithm.of((fitting + 0.2f) / (count + 0.4f)));
        int seen = text.lastSeen(token);
        if (seen > 0) {
            set(values, from, Feature.IN_FILE, 1);
            set(values, from, Feature.FILE_COUNT, Logarithm.of(1 + text.count(token)));
            set(values, from, Feature.RECENCY, Logarithm.of(1 + Math.max(0, end - seen)));
            set(values, from, Feature.ONCE, text.count(token) == 1 ? 1 : 0);
        }
        declared(token, seen, end, values, from);
        set(values, from, Feature.FILE_NAME, token == namedAsFile ? 1 : 0);
        set(values, from, Feature.NAMED_AS_TYPE, token == namedAsType ? 1 : 0);
        set(values, from, Feature.NAMED_AS_PART, token == namedAsPart ? 1 : 0);
        long pieces = words.pieces(token);
        int parts = Long.bitCount(pieces);
        if (parts > 0) {
            set(values, from, Feature.PARTS_OF_LAST, Long.bitCount(pieces & piecesOfLast) / (float) parts);
            set(values, from, Feature.PARTS_OF_LINE, Long.bitCount(pieces & piecesOfLine) / (float) parts);
        }
    }

    private void declared(int token, int seen, int end, float[] values, int from) {
        int declared = text.blocks().declared(token);
        if (seen > 0 && text.blocks().isOpen(seen)) {
            set(values, from, Feature.LAST_OPEN, 1);
        }
        if (declared > 0 && text.blocks().isOpen(declared)) {
            set(values, from, Feature.DECLARED_OPEN, 1);
            set(values, from, Feature.DECLARED_AGO, Logarithm.of(1 + Math.max(0, end - declared)));
            set(values, from, Feature.UNUSED, declared == seen ? 1 : 0);
        } else if (declared > 0) {
            set(values, from, Feature.DECLARED_CLOSED, 1);
        }
    }

    private void pieces(int end) {
        piecesOfLast = 0;
        piecesOfLine = 0;
        for (int at = end - 1; at > Math.max(0, end - LINE_BACK); at--) {
            int cell = text.cells()[at];
            long pieces = words.pieces(cell & Segment.MASK);
            piecesOfLast = piecesOfLast == 0 ? pieces : piecesOfLast;
            piecesOfLine |= pieces;
            if (Segment.isLineStart(cell)) {
                break;
            }
        }
    }

    private static void brackets(int shape, Scene scene, float[] values, int from) {
        set(values, from, Feature.CLOSES, scene.closes(shape) ? 1 : 0);
        set(values, from, Feature.CLOSES_WRONGLY, scene.closesWrongly(shape) ? 1 : 0);
        set(values, from, Feature.ENDS_INSIDE, scene.endsInside(shape) ? 1 : 0);
        set(values, from, Feature.PARTS_OUTSIDE, scene.partsOutside(shape) ? 1 : 0);
    }

    private void copies(int end, float[] values) {
        for (int back = 1; back <= Math.min(COPIES, end - 1); back++) {
            int token = text.cells()[end - back] & Segment.MASK;
            if (Shape.isName(words.shape(token))) {
                values[board.row(token) * Feature.COUNT + Feature.COPY_1.ordinal() + back - 1] = 1;
            }
        }
    }

    private static void set(float[] values, int from, Feature feature, float value) {
        values[from + feature.ordinal()] = value;
    }

    /** What probably stands before the token of a row. */
    Gap gap(int row) {
        float spacing = board.spacing(row);
        boolean isUsual = !joins && Shape.isName(words.shape(board.token(row)));
        return spacing > 0 || spacing == 0 && isUsual ? Gap.SPACE : Gap.NONE;
    }
}
