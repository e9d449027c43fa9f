package dev.orrery.models.ngram;

/** What the tokens right before a caret tell by themselves: what kind of place it is, which bracket is open. */
final class Scene {
    /** How many kinds of places are told apart. */
    static final int PLACES = 32;

    private static final int FAR = 400;
    private static final int DOT = Shape.known(".");
    private static final int OPEN = Shape.known("(");
    private static final int CLOSE = Shape.known(")");
    private static final int COMMA = Shape.known(",");
    private static final int SEMICOLON = Shape.known(";");
    private static final int LESS = Shape.known("<");
    private static final int GREATER = Shape.known(">");
    private static final int ASSIGN = Shape.known("=");
    private static final int AT = Shape.known("@");
    private static final int NEW = Shape.known("new");
    private static final int IMPORT = Shape.known("import");
    private static final int RETURN = Shape.known("return");
    private static final int OPEN_BRACE = Shape.known("{");
    private static final int CLOSE_BRACE = Shape.known("}");
    private static final int OPEN_BRACKET = Shape.known("[");
    private static final int CLOSE_BRACKET = Shape.known("]");
    private static final int SCOPE = Shape.known("::");

    private final int last;
    private final int opener;
    private final int place;

    Scene(OpenText text, int end, boolean line) {
        int[] cells = text.cells();
        Words words = text.words();
        this.last = words.shape(cells[end - 1] & Segment.MASK);
        this.opener = opener(cells, words, end);
        boolean inside = opener == OPEN || opener == OPEN_BRACKET;
        this.place = line ? linePlace() : 2 * kind(last) + (inside ? 1 : 0);
    }

    private int linePlace() {
        if (last == OPEN_BRACE) {
            return 28;
        }
        if (last == SEMICOLON || last == CLOSE_BRACE) {
            return 29;
        }
        return opener == OPEN ? 30 : 31;
    }

    private static int kind(int shape) {
        if (shape == DOT || shape == SCOPE) {
            return 0;
        } else if (shape == OPEN) {
            return 1;
        } else if (shape == COMMA) {
            return 2;
        } else if (shape == CLOSE) {
            return 3;
        } else if (shape == Shape.LOWER) {
            return 4;
        } else if (shape == Shape.UPPER || shape == Shape.CONSTANT) {
            return 5;
        } else if (shape == ASSIGN || shape == RETURN) {
            return 6;
        } else if (shape == NEW) {
            return 7;
        } else if (shape == AT || shape == IMPORT) {
            return 8;
        } else if (shape == LESS) {
            return 9;
        } else if (shape == GREATER || shape == CLOSE_BRACKET) {
            return 10;
        } else if (shape == Shape.TEXT || shape == Shape.NUMBER || shape == Shape.OPAQUE) {
            return 11;
        } else if (shape == SEMICOLON || shape == OPEN_BRACE || shape == CLOSE_BRACE) {
            return 12;
        }
        return 13;
    }

    private static int opener(int[] cells, Words words, int end) {
        int depth = 0;
        for (int at = end - 1; at > Math.max(0, end - FAR); at--) {
            int shape = words.shape(cells[at] & Segment.MASK);
            if (shape == CLOSE || shape == CLOSE_BRACE || shape == CLOSE_BRACKET) {
                depth++;
            } else if (shape == OPEN || shape == OPEN_BRACE || shape == OPEN_BRACKET) {
                if (depth-- == 0) {
                    return shape;
                }
            } else if (shape == Shape.EDGE) {
                return Shape.EDGE;
            }
        }
        return OPEN_BRACE;
    }

    /** The shape of the token before the caret. */
    int last() {
        return last;
    }

    /** What kind of place it is. */
    int place() {
        return place;
    }

    /** Whether a name follows without a blank. */
    boolean joins() {
        return last == DOT || last == SCOPE || last == OPEN || last == OPEN_BRACKET || last == AT || last == LESS;
    }

    boolean isBehindDot() {
        return last == DOT;
    }

    /** Whether a bracket of this shape closes what is open. */
    boolean closes(int shape) {
        return shape == CLOSE && opener == OPEN
                || shape == CLOSE_BRACE && opener == OPEN_BRACE
                || shape == CLOSE_BRACKET && opener == OPEN_BRACKET;
    }

    /** Whether it closes what is not open. */
    boolean closesWrongly(int shape) {
        return (shape == CLOSE || shape == CLOSE_BRACE || shape == CLOSE_BRACKET) && !closes(shape);
    }

    boolean endsInside(int shape) {
        return shape == SEMICOLON && (opener == OPEN || opener == OPEN_BRACKET);
    }

    boolean partsOutside(int shape) {
        return shape == COMMA && opener == OPEN_BRACE;
    }
}
