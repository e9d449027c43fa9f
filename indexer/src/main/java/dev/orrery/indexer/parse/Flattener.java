package dev.orrery.indexer.parse;

/** Parses a text and lays its tree out flat. One owner at a time. */
sealed interface Flattener extends AutoCloseable permits ShimFlattener, CursorFlattener {
    /** The cells of the text's tree, {@link FlatTree#CELLS} a node. */
    int[] flatten(Grammar grammar, byte[] utf8, ParseLimits limits) throws ParseStopped;

    @Override
    void close();

    static Flattener create() {
        return NativeCore.current().hasShim() ? new ShimFlattener() : new CursorFlattener();
    }
}
