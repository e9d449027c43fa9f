package dev.orrery.indexer.store;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphColumns;
import dev.orrery.api.Resolution;
import dev.orrery.api.SymbolKind;

/** A graph as bytes and back: its generation, then the columns of {@link GraphColumns} as {@link GraphWalk} tells them. */
final class GraphCodec {
    private static final int GENERATION = 0;

    private GraphCodec() {}

    /** @param columns with canonical strings; others only take more bytes */
    static byte[] encode(long generation, GraphColumns columns) {
        CellCoder.Writing coder = new CellCoder.Writing();
        try {
            coder.number(GENERATION, generation);
            new GraphWalk(coder).walk(columns);
        } catch (DamagedException impossible) {
            throw new AssertionError(impossible);
        }
        return coder.toDeflated();
    }

    static CodeGraph decode(byte[] bytes) throws DamagedException {
        CellCoder coder = new CellCoder.Reading(bytes);
        long generation = coder.number(GENERATION, 0);
        GraphColumns columns = new GraphWalk(coder).walk(GraphColumns.empty());
        GraphCheck.check(columns, SymbolKind.values().length, Resolution.values().length);
        return new CodeGraph(generation, columns);
    }
}
