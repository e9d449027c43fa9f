package dev.orrery.indexer.store;

/**
 * Cells that are numbers of strings, which mostly come in the order of their first use. A string is told as the one that stood
 * last time beside the same other one, as the next one that has not been used, or by its number among those that have been.
 */
final class StringCells {
    /** How many streams a column of strings has. */
    static final int STREAMS = 3;

    private static final int NONE = 0;
    private static final int GUESSED = 1;
    private static final int NEW = 2;
    private static final int KNOWN = 3;
    private static final int OTHER = 4;
    private static final int GUESSES = 1 << 16;

    private final CellCoder coder;
    private final int[] guesses = new int[GUESSES];
    private int next;

    StringCells(CellCoder coder) {
        this.coder = coder;
    }

    /**
     * A string, -1 for none.
     *
     * @param stream the first of the column's streams
     * @param owner a number that lets the string be expected
     * @param beside the context
     */
    int string(int stream, int given, int owner, int beside) throws DamagedException {
        int slot = (stream * 0x9E3779B1 + owner) * 0x9E3779B1 >>> 16;
        int guess = guesses[slot];
        int way = given == -1
                ? NONE
                : given == next ? NEW : given == guess ? GUESSED : given >= 0 && given < next ? KNOWN : OTHER;
        int string =
                switch (coder.unsigned(stream, way, beside)) {
                    case NONE -> -1;
                    case GUESSED -> guess;
                    case NEW -> next;
                    case KNOWN -> coder.item(stream + 1, given, next);
                    case OTHER -> coder.near(stream + 2, given, next, 0);
                    default -> throw new DamagedException("string");
                };
        guesses[slot] = string;
        next = Math.max(next, string == Integer.MAX_VALUE ? string : string + 1);
        return string;
    }
}
