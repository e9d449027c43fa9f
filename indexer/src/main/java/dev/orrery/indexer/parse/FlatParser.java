package dev.orrery.indexer.parse;

/**
 * Parses texts into flat trees. Cheap to reuse, so keep one a thread; it has one owner at a time and holds native memory
 * until it is closed. What a text may cost is bounded, so that no input can hang or flood the process.
 */
public final class FlatParser implements AutoCloseable {
    /** Larger files are searched as text but not parsed. */
    public static final int MAX_BYTES = 4 << 20;

    private final Flattener flattener;

    /** Needs a core: see {@link NativeCore}. */
    public FlatParser() {
        this(Flattener.create());
    }

    FlatParser(Flattener flattener) {
        this.flattener = flattener;
    }

    /** The tree of a text in UTF-8; bytes that are no UTF-8 become errors in the tree. */
    public FlatTree parse(Grammar grammar, byte[] utf8) throws ParseStopped {
        if (utf8.length > MAX_BYTES) {
            throw new ParseStopped(ParseStopped.Reason.TOO_LARGE);
        }
        return new FlatTree(grammar, flattener.flatten(grammar, utf8, ParseLimits.of(utf8.length)));
    }

    @Override
    public void close() {
        flattener.close();
    }
}
