package dev.orrery.models.ngram;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The positions of a stream by a context that is not the tokens right before: at the beginning of an argument the called name and
 * the argument's number, behind a closed parenthesis what stood before it was opened, behind a name's dot the type that the file declares the name with, at
 * the beginning of a line how the line before began. Each is a number of 32 bits, the upper {@link #COARSE} of which tell less.
 * Immutable; eight bytes a position that has such a context.
 */
final class Links {
    /** Bits of the wider context. */
    static final int COARSE = 19;

    static final Links EMPTY = new Links(new int[0], cell -> 0);

    private static final int NONE = 0;
    private static final int FAR = 120;

    private static final int DOT = Shape.known(".");
    private static final int OPEN = Shape.known("(");
    private static final int CLOSE = Shape.known(")");
    private static final int COMMA = Shape.known(",");
    private static final int SEMICOLON = Shape.known(";");
    private static final int COLON = Shape.known(":");
    private static final int ASSIGN = Shape.known("=");
    private static final int NEW = Shape.known("new");
    private static final int LESS = Shape.known("<");
    private static final int GREATER = Shape.known(">");
    private static final int OPEN_BRACE = Shape.known("{");
    private static final int CLOSE_BRACE = Shape.known("}");
    private static final int OPEN_BRACKET = Shape.known("[");
    private static final int CLOSE_BRACKET = Shape.known("]");

    private final int[] keys;
    private final int[] positions;

    /**
     * @param stream cells
     * @param shape of a token
     */
    Links(int[] stream, IntUnaryOperator shape) {
        long[] found = new long[stream.length];
        int count = 0;
        IntTable types = new IntTable();
        for (int at = 1; at < stream.length; at++) {
            if ((stream[at] & Segment.MASK) == Vocabulary.EDGE) {
                types.clear();
                continue;
            }
            int key = key(stream, at, Segment.isLineStart(stream[at]), types, shape);
            if (key != NONE) {
                found[count++] = (long) key << 32 | at;
            }
            declare(stream, at + 1, types, shape);
        }
        Arrays.parallelSort(found, 0, count);
        keys = new int[count];
        positions = new int[count];
        for (int row = 0; row < count; row++) {
            keys[row] = (int) (found[row] >> 32);
            positions[row] = (int) found[row];
        }
    }

    long bytes() {
        return 8L * keys.length;
    }

    int position(int row) {
        return positions[row];
    }

    /** The first row whose key is not less than one. */
    int seek(int key) {
        int low = 0;
        int high = keys.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (keys[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The smallest key of the wider context. */
    static int coarse(int key) {
        return key & -1 << 32 - COARSE;
    }

    /** The largest key of the wider context. */
    static int coarseEnd(int key) {
        return key | -1 >>> COARSE;
    }

    /** Keeps what the tokens before {@code end} declare: a type before a name, or behind it and a colon, or made for it. */
    static void declare(int[] cells, int end, IntTable types, IntUnaryOperator shape) {
        int last = token(cells, end - 1);
        int kind = shape.applyAsInt(last);
        if (kind == Shape.LOWER) {
            int type = typeBefore(cells, end - 1, shape);
            if (type >= 0) {
                types.put(last, type);
            }
        } else if (kind == Shape.UPPER && end > 3) {
            int before = shapeAt(cells, end - 2, shape);
            int named =
                    before == COLON ? end - 3 : before == NEW && shapeAt(cells, end - 3, shape) == ASSIGN ? end - 4 : 0;
            if (named > 0
                    && shapeAt(cells, named, shape) == Shape.LOWER
                    && (before == COLON || types.get(token(cells, named), -1) < 0)) {
                types.put(token(cells, named), last);
            }
        }
    }

    /** The type that is written right before a position, or -1. */
    private static int typeBefore(int[] cells, int at, IntUnaryOperator shape) {
        int place = at - 1;
        if (shapeAt(cells, place, shape) == CLOSE_BRACKET && shapeAt(cells, place - 1, shape) == OPEN_BRACKET) {
            return -1;
        }
        if (shapeAt(cells, place, shape) == GREATER) {
            int depth = 0;
            int end = Math.max(0, at - FAR);
            for (; place > end; place--) {
                int kind = shapeAt(cells, place, shape);
                depth += kind == GREATER ? 1 : kind == LESS ? -1 : 0;
                if (depth == 0 || kind == SEMICOLON || kind == OPEN || kind == Shape.EDGE) {
                    break;
                }
            }
            place--;
        }
        return place > 0 && shapeAt(cells, place, shape) == Shape.UPPER ? token(cells, place) : -1;
    }

    /**
     * The context of a position, or {@link #NONE}.
     *
     * @param cells the stream, as far as the position at least
     * @param line whether the position begins a line
     * @param types the types of names as far as they are declared
     */
    static int key(int[] cells, int at, boolean line, IntTable types, IntUnaryOperator shape) {
        int kind = shapeAt(cells, at - 1, shape);
        int flag = line ? 16 : 0;
        if (kind == OPEN || kind == COMMA) {
            return argument(cells, at, flag, shape);
        }
        if (kind == CLOSE) {
            int open = opener(cells, at - 1, shape);
            return open < 2 ? NONE : key(flag + 2, token(cells, open - 1), shapeAt(cells, open - 2, shape), 0);
        }
        if (kind == DOT && at > 2) {
            int before = shapeAt(cells, at - 2, shape);
            if (before == CLOSE) {
                int open = opener(cells, at - 2, shape);
                return open < 3
                        ? NONE
                        : key(flag + 3, token(cells, open - 1), token(cells, open - 2), token(cells, open - 3));
            }
            int type = before == Shape.LOWER ? types.get(token(cells, at - 2), -1) : -1;
            return type < 0 ? NONE : key(flag + 4, type, shapeAt(cells, at - 3, shape), 0);
        }
        return line ? lineStart(cells, at, shape) : NONE;
    }

    private static int argument(int[] cells, int at, int flag, IntUnaryOperator shape) {
        int depth = 0;
        int commas = 0;
        for (int place = at - 1; place > Math.max(2, at - FAR); place--) {
            int kind = shapeAt(cells, place, shape);
            if (kind == CLOSE || kind == CLOSE_BRACE || kind == CLOSE_BRACKET) {
                depth++;
            } else if (kind == OPEN && depth == 0) {
                int receiver =
                        shapeAt(cells, place - 2, shape) == DOT ? token(cells, place - 3) : token(cells, place - 2);
                return key(flag + 1, spread(token(cells, place - 1)) + Math.min(commas, 15), receiver, 0);
            } else if (kind == OPEN || kind == OPEN_BRACE || kind == OPEN_BRACKET) {
                if (depth-- == 0) {
                    return NONE;
                }
            } else if (depth == 0 && (kind == SEMICOLON || kind == Shape.EDGE)) {
                return NONE;
            } else if (depth == 0 && kind == COMMA) {
                commas++;
            }
        }
        return NONE;
    }

    /** Where the parenthesis that closes at a place was opened, or 0. */
    static int opener(int[] cells, int close, IntUnaryOperator shape) {
        int depth = 0;
        for (int place = close; place > Math.max(0, close - FAR); place--) {
            int kind = shapeAt(cells, place, shape);
            depth += kind == CLOSE ? 1 : kind == OPEN ? -1 : 0;
            if (depth == 0) {
                return place;
            }
            if (kind == Shape.EDGE) {
                return 0;
            }
        }
        return 0;
    }

    private static int lineStart(int[] cells, int at, IntUnaryOperator shape) {
        int start = at - 1;
        while (start > Math.max(0, at - FAR) && !Segment.isLineStart(cells[start])) {
            start--;
        }
        int last = shapeAt(cells, at - 1, shape);
        return start == at - 1
                ? key(5, token(cells, start), start > 1 ? token(cells, start - 1) : 0, last)
                : key(
                        6,
                        spread(token(cells, start)) + last,
                        token(cells, start + 1),
                        start + 2 < at ? token(cells, start + 2) : 0);
    }

    private static int key(int kind, int wide, int narrow, int narrower) {
        int coarse = spread(wide * 31 + kind);
        int fine = spread(coarse * 31 + narrow * 7 + spread(narrower));
        int key = coarse & -1 << 32 - COARSE | fine >>> COARSE;
        return key == NONE ? 1 : key;
    }

    private static int spread(int number) {
        int mixed = (number ^ number >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }

    private static int shapeAt(int[] cells, int at, IntUnaryOperator shape) {
        return at < 0 ? Shape.EDGE : shape.applyAsInt(token(cells, at));
    }

    private static int token(int[] cells, int at) {
        return at < 0 ? Vocabulary.EDGE : cells[at] & Segment.MASK;
    }
}
