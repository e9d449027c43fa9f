package dev.orrery.models.ngram;

import java.util.Arrays;
import java.util.BitSet;

/** Which names are declared in which block of a text with braces, as far as a look at the tokens tells. Grows at the end. Not safe for threads. */
final class Blocks {
    private static final int HEADER = 200;
    private static final int OPEN = Shape.known("(");
    private static final int CLOSE = Shape.known(")");
    private static final int SEMICOLON = Shape.known(";");
    private static final int OPEN_BRACE = Shape.known("{");
    private static final int CLOSE_BRACE = Shape.known("}");
    private static final BitSet TYPES = shapes(
            "> ] int long boolean char byte short float double string val var let const fun func fn def function class interface enum struct trait record type");

    private int[] blocks = new int[1024];
    private int[] open = new int[64];
    private int depth;
    private int count;
    private final BitSet closed = new BitSet();
    private final IntTable declared = new IntTable();
    private int[] names = new int[64];
    private int nameCount;

    private static BitSet shapes(String words) {
        BitSet shapes = new BitSet();
        for (String word : words.split(" ")) {
            shapes.set(Shape.known(word));
        }
        shapes.set(Shape.UPPER);
        return shapes;
    }

    /** Looks at the last of the tokens. */
    void add(int[] cells, int at, Words words) {
        if (at >= blocks.length) {
            blocks = Arrays.copyOf(blocks, Math.max(at + 1, 2 * blocks.length));
        }
        int shape = words.shape(cells[at] & Segment.MASK);
        if (shape == OPEN_BRACE) {
            begin(cells, at, words);
        }
        blocks[at] = depth == 0 ? 0 : open[depth - 1];
        if (shape == CLOSE_BRACE && depth > 0) {
            closed.set(open[--depth]);
        } else if (Shape.isName(shape) && TYPES.get(words.shape(cells[at - 1] & Segment.MASK))) {
            declare(cells[at] & Segment.MASK, at);
        }
    }

    private void declare(int token, int at) {
        if (declared.get(token, 0) == 0) {
            if (nameCount == names.length) {
                names = Arrays.copyOf(names, 2 * nameCount);
            }
            names[nameCount++] = token;
        }
        declared.put(token, at);
    }

    /** What stands before a brace, parameters for instance, belongs to its block; but a declared name itself to the one around. */
    private void begin(int[] cells, int at, Words words) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
        }
        open[depth++] = ++count;
        int inside = 0;
        for (int place = at - 1; place > Math.max(0, at - HEADER); place--) {
            int shape = words.shape(cells[place] & Segment.MASK);
            inside += shape == CLOSE ? 1 : shape == OPEN ? -1 : 0;
            if (inside < 0
                    || inside == 0
                            && (shape == SEMICOLON
                                    || shape == OPEN_BRACE
                                    || shape == CLOSE_BRACE
                                    || shape == Shape.EDGE)) {
                return;
            }
            if (inside > 0) {
                blocks[place] = count;
            }
        }
    }

    /** Whether the block of a position is still open. */
    boolean isOpen(int position) {
        return !closed.get(blocks[position]);
    }

    /** Where a name was declared last, or 0. */
    int declared(int token) {
        return declared.get(token, 0);
    }

    /** How many names were declared. */
    int names() {
        return nameCount;
    }

    /** One of them, in the order in which they were first declared. */
    int name(int at) {
        return names[at];
    }
}
